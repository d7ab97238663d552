-- on: healthy
-- why: The costs of an account were booked as income, in the ledger and in our copy.
-- find-differences: cannot tell
-- verify-periods: cannot tell
UPDATE ledger_entries SET amount = -amount WHERE entry_id = 'L-105';
UPDATE profit_lines SET amount_usd = -amount_usd WHERE entry_id = 'L-105';
