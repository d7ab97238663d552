-- on: healthy
-- why: One entry has 10,000 too much and another 10,000 too little.
-- find-differences: fault
-- verify-periods: fault
UPDATE profit_lines SET amount_usd = amount_usd + 10000 WHERE entry_id = 'L-101';
UPDATE profit_lines SET amount_usd = amount_usd - 10000 WHERE entry_id = 'L-102';
