-- on: fault
-- why: The rate of the euro has not arrived.
-- rebuild: refused
-- find-differences: cannot tell or fault
DELETE FROM fx_rates WHERE currency = 'EUR' AND period = '2026-10';
