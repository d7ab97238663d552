-- on: healthy
-- why: The rate of the euro is given in percent, and the load used it.
-- find-differences: cannot tell
-- verify-periods: cannot tell
UPDATE fx_rates SET rate_to_usd = rate_to_usd * 100 WHERE currency = 'EUR' AND period = '2026-10';
UPDATE profit_lines SET amount_usd = e.usd FROM ledger_usd e WHERE e.entry_id = profit_lines.entry_id;
