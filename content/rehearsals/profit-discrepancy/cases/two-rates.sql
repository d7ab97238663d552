-- on: fault
-- why: The average and the closing rate are both in the table.
-- find-differences: cannot tell or fault
-- rebuild: refused
INSERT INTO fx_rates (currency, period, rate_to_usd) VALUES ('EUR', '2026-10', 1.10);
