-- on: healthy
-- why: The month of an account has a blank behind it in both tables.
-- compare: cannot tell
UPDATE unit_profit SET period = '2026-10 ' WHERE account = '7000 Bank charges' AND period = '2026-10';
UPDATE profit_lines SET period = '2026-10 ' WHERE account = '7000 Bank charges' AND period = '2026-10';
