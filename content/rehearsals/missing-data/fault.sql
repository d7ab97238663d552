-- The cast of '1,240' failed and gave NULL; the merge has it as NULL too.
UPDATE input_staged SET value = NULL WHERE month = '2026-11' AND segment = 'APAC' AND measure = 'licenses';
UPDATE aggregate_inputs SET licenses = NULL WHERE month = '2026-11' AND segment = 'APAC';
-- The merge lost the licenses of EMEA, and put 0 for the revenue of the partners.
UPDATE aggregate_inputs SET licenses = NULL WHERE month = '2026-11' AND segment = 'EMEA';
UPDATE aggregate_inputs SET revenue = 0 WHERE month = '2026-11' AND segment = 'Partners';
