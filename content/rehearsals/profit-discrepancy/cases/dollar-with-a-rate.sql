-- on: healthy
-- why: The dollar has a rate that is not 1, and the load used it.
-- find-differences: cannot tell
-- verify-periods: cannot tell
UPDATE fx_rates SET rate_to_usd = 1.08 WHERE currency = 'USD' AND period = '2026-10';
UPDATE profit_lines SET amount_usd = e.usd FROM ledger_usd e WHERE e.entry_id = profit_lines.entry_id;
