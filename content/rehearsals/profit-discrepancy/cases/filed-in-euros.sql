-- on: healthy
-- why: The filing is in euros.
-- compare-filing: fault
UPDATE filed_profit SET amount_usd = ROUND(amount_usd / 1.08, 2) WHERE period = '2026-10';
