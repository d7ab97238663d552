-- on: healthy
-- why: Four of five accounts have the amount of last month.
-- find-differences: cannot tell
-- verify-periods: cannot tell
UPDATE ledger_entries SET amount = 139000.00 WHERE entry_id = 'L-101';
UPDATE ledger_entries SET amount = -29000.00 WHERE entry_id = 'L-105';
UPDATE ledger_entries SET amount = -80000.00 WHERE entry_id = 'L-106';
UPDATE ledger_entries SET amount = -180.40 WHERE entry_id = 'L-107';
UPDATE profit_lines SET amount_usd = e.usd FROM ledger_usd e WHERE e.entry_id = profit_lines.entry_id;
