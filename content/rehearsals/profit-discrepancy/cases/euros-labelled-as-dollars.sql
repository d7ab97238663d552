-- on: healthy
-- why: The amounts in euros are labelled as dollars this month.
-- find-differences: cannot tell
-- verify-periods: cannot tell
UPDATE ledger_entries SET currency = 'USD' WHERE period = '2026-10';
UPDATE profit_lines SET amount_usd = e.usd FROM ledger_usd e WHERE e.entry_id = profit_lines.entry_id;
