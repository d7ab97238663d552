-- on: healthy
-- why: Every segment sends the licenses of last month again.
-- gate: cannot tell
UPDATE input_reports SET value_text = '5100' WHERE month = '2026-11' AND segment = 'North America' AND measure = 'licenses';
UPDATE input_staged SET value = 5100 WHERE month = '2026-11' AND segment = 'North America' AND measure = 'licenses';
UPDATE aggregate_inputs SET licenses = 5100 WHERE month = '2026-11' AND segment = 'North America';
UPDATE input_reports SET value_text = '2500' WHERE month = '2026-11' AND segment = 'EMEA' AND measure = 'licenses';
UPDATE input_staged SET value = 2500 WHERE month = '2026-11' AND segment = 'EMEA' AND measure = 'licenses';
UPDATE aggregate_inputs SET licenses = 2500 WHERE month = '2026-11' AND segment = 'EMEA';
UPDATE input_reports SET value_text = '1210' WHERE month = '2026-11' AND segment = 'APAC' AND measure = 'licenses';
UPDATE input_staged SET value = 1210 WHERE month = '2026-11' AND segment = 'APAC' AND measure = 'licenses';
UPDATE aggregate_inputs SET licenses = 1210 WHERE month = '2026-11' AND segment = 'APAC';
UPDATE input_reports SET value_text = '80' WHERE month = '2026-11' AND segment = 'Partners' AND measure = 'licenses';
UPDATE input_staged SET value = 80 WHERE month = '2026-11' AND segment = 'Partners' AND measure = 'licenses';
UPDATE aggregate_inputs SET licenses = 80 WHERE month = '2026-11' AND segment = 'Partners';
