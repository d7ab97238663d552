-- on: healthy
-- why: The owner restated October after it was merged.
-- gate: cannot tell
-- find-lost-values: cannot tell
UPDATE input_reports SET value_text = '250000.00' WHERE month = '2026-10' AND segment = 'EMEA' AND measure = 'revenue';
