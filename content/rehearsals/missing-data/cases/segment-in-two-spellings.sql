-- on: healthy
-- why: A part of a segment comes under its name in small letters.
-- gate: cannot tell
-- find-lost-values: cannot tell
UPDATE input_reports SET value_text = '115000.00' WHERE month = '2026-11' AND segment = 'EMEA' AND measure = 'revenue';
UPDATE input_staged SET value = 115000 WHERE month = '2026-11' AND segment = 'EMEA' AND measure = 'revenue';
UPDATE aggregate_inputs SET revenue = 115000 WHERE month = '2026-11' AND segment = 'EMEA';
INSERT INTO input_reports VALUES ('2026-11', 'emea', 'revenue', '100000.00'), ('2026-11', 'emea', 'licenses', '1000');
INSERT INTO input_staged VALUES ('2026-11', 'emea', 'revenue', 100000), ('2026-11', 'emea', 'licenses', 1000);
INSERT INTO aggregate_inputs VALUES ('2026-11', 'emea', 100000, 1000);
