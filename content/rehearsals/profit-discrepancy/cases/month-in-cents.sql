-- on: healthy
-- why: The amounts of the month are in cents, in the ledger and in our copy.
-- find-differences: cannot tell
-- verify-periods: cannot tell
UPDATE ledger_entries SET amount = amount * 100 WHERE period = '2026-10';
UPDATE profit_lines SET amount_usd = amount_usd * 100 WHERE period = '2026-10';
