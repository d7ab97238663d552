-- on: healthy
-- why: The revenue of one segment doubles while that of another halves, at every stage.
-- gate: cannot tell
UPDATE input_reports SET value_text = '430000.00' WHERE month = '2026-11' AND segment = 'EMEA' AND measure = 'revenue';
UPDATE input_staged SET value = 430000 WHERE month = '2026-11' AND segment = 'EMEA' AND measure = 'revenue';
UPDATE aggregate_inputs SET revenue = 430000 WHERE month = '2026-11' AND segment = 'EMEA';
UPDATE input_reports SET value_text = '205000.00' WHERE month = '2026-11' AND segment = 'North America' AND measure = 'revenue';
UPDATE input_staged SET value = 205000 WHERE month = '2026-11' AND segment = 'North America' AND measure = 'revenue';
UPDATE aggregate_inputs SET revenue = 205000 WHERE month = '2026-11' AND segment = 'North America';
