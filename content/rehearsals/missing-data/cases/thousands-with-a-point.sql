-- on: healthy
-- why: A segment sent its licenses with a point between the thousands.
-- gate: fault
-- find-lost-values: cannot tell
UPDATE input_reports SET value_text = '2.600' WHERE month = '2026-11' AND segment = 'EMEA' AND measure = 'licenses';
UPDATE input_staged SET value = 2.60 WHERE month = '2026-11' AND segment = 'EMEA' AND measure = 'licenses';
UPDATE aggregate_inputs SET licenses = 3 WHERE month = '2026-11' AND segment = 'EMEA';
