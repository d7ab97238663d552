-- on: healthy
-- why: The filing is in thousands.
-- compare-filing: fault
UPDATE filed_profit SET amount_usd = amount_usd / 1000 WHERE period = '2026-10';
