-- on: healthy
-- why: The owner writes a negative amount in brackets.
-- gate: fault or cannot tell
-- find-lost-values: cannot tell
-- repair: refused
UPDATE input_reports SET value_text = '(8100.00)' WHERE month = '2026-11' AND segment = 'Partners' AND measure = 'revenue';
