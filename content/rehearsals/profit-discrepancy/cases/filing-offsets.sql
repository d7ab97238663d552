-- on: healthy
-- why: The filing has 500 too much in one account and too little in another.
-- compare-filing: fault
UPDATE filed_profit SET amount_usd = amount_usd + 500 WHERE account = '5000 Hosting' AND period = '2026-10';
UPDATE filed_profit SET amount_usd = amount_usd - 500 WHERE account = '6000 Salaries' AND period = '2026-10';
