-- on: healthy
-- why: The owner sends 999 for a number that nobody knows, and every stage has it.
-- gate: cannot tell
UPDATE input_reports SET value_text = '999' WHERE month = '2026-11' AND segment = 'EMEA' AND measure = 'licenses';
UPDATE input_staged SET value = 999 WHERE month = '2026-11' AND segment = 'EMEA' AND measure = 'licenses';
UPDATE aggregate_inputs SET licenses = 999 WHERE month = '2026-11' AND segment = 'EMEA';
