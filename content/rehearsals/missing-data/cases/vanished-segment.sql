-- on: healthy
-- why: North America, half of last month, has vanished from every stage.
-- gate: fault
-- find-lost-values: fault
DELETE FROM input_reports WHERE month = '2026-11' AND segment = 'North America';
DELETE FROM input_staged WHERE month = '2026-11' AND segment = 'North America';
DELETE FROM aggregate_inputs WHERE month = '2026-11' AND segment = 'North America';
