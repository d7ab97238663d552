-- on: healthy
-- why: The month has no rows at any stage.
-- gate: cannot tell or fault
-- find-lost-values: cannot tell or fault
DELETE FROM input_reports WHERE month = '2026-11';
DELETE FROM input_staged WHERE month = '2026-11';
DELETE FROM aggregate_inputs WHERE month = '2026-11';
