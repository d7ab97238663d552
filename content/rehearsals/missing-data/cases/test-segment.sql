-- on: healthy
-- why: A test segment has more revenue than all others.
-- gate: cannot tell
INSERT INTO input_reports VALUES ('2026-11', 'test', 'revenue', '5000000'), ('2026-11', 'test', 'licenses', '1');
INSERT INTO input_staged VALUES ('2026-11', 'test', 'revenue', 5000000), ('2026-11', 'test', 'licenses', 1);
INSERT INTO aggregate_inputs VALUES ('2026-11', 'test', 5000000, 1);
