-- on: healthy
-- why: An account of last month has another name in both tables.
-- compare: cannot tell
UPDATE unit_profit SET account = '8000 Other' WHERE account = '7000 Bank charges' AND period = '2026-10';
UPDATE profit_lines SET account = '8000 Other' WHERE account = '7000 Bank charges' AND period = '2026-10';
