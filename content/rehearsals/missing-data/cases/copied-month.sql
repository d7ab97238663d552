-- on: healthy
-- why: November is a copy of October at every stage.
-- gate: fault or cannot tell
DELETE FROM input_reports WHERE month = '2026-11';
DELETE FROM input_staged WHERE month = '2026-11';
DELETE FROM aggregate_inputs WHERE month = '2026-11';
INSERT INTO input_reports SELECT '2026-11', segment, measure, value_text FROM input_reports WHERE month = '2026-10';
INSERT INTO input_staged SELECT '2026-11', segment, measure, value FROM input_staged WHERE month = '2026-10';
INSERT INTO aggregate_inputs SELECT '2026-11', segment, revenue, licenses FROM aggregate_inputs WHERE month = '2026-10';
