-- on: healthy
-- why: Two segments were merged into one.
-- gate: fault
-- find-lost-values: fault
DELETE FROM input_reports WHERE month = '2026-11' AND segment = 'Partners';
DELETE FROM input_staged WHERE month = '2026-11' AND segment = 'Partners';
DELETE FROM aggregate_inputs WHERE month = '2026-11' AND segment = 'Partners';
UPDATE input_reports SET value_text = '109100.50' WHERE month = '2026-11' AND segment = 'APAC' AND measure = 'revenue';
UPDATE input_staged SET value = 109100.50 WHERE month = '2026-11' AND segment = 'APAC' AND measure = 'revenue';
UPDATE aggregate_inputs SET revenue = 109100.50 WHERE month = '2026-11' AND segment = 'APAC';
