-- on: healthy
-- why: The rate of the euro was not updated this month.
-- find-differences: cannot tell
-- verify-periods: cannot tell
UPDATE fx_rates SET rate_to_usd = 1.07 WHERE currency = 'EUR' AND period = '2026-10';
UPDATE profit_lines SET amount_usd = e.usd FROM ledger_usd e WHERE e.entry_id = profit_lines.entry_id;
