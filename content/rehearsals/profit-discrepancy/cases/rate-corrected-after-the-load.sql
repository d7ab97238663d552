-- on: healthy
-- why: The rate of a month was corrected after its entries had been loaded.
-- find-differences: fault
-- verify-periods: fault
UPDATE fx_rates SET rate_to_usd = 1.10 WHERE currency = 'EUR' AND period = '2026-10';
