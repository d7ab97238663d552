-- on: healthy
-- why: Two segments have the same revenue, because somebody filled in the mean.
-- gate: cannot tell
UPDATE input_reports SET value_text = '183525.13' WHERE month = '2026-11' AND segment IN ('EMEA','APAC') AND measure = 'revenue';
UPDATE input_staged SET value = 183525.13 WHERE month = '2026-11' AND segment IN ('EMEA','APAC') AND measure = 'revenue';
UPDATE aggregate_inputs SET revenue = 183525.13 WHERE month = '2026-11' AND segment IN ('EMEA','APAC');
