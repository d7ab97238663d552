-- on: healthy
-- why: The partners, under 1 % of everything, sent NA for their licenses.
-- gate: fault or cannot tell
-- repair: refused
UPDATE input_reports SET value_text = 'NA' WHERE month = '2026-11' AND segment = 'Partners' AND measure = 'licenses';
UPDATE input_staged SET value = NULL WHERE month = '2026-11' AND segment = 'Partners' AND measure = 'licenses';
UPDATE aggregate_inputs SET licenses = NULL WHERE month = '2026-11' AND segment = 'Partners';
