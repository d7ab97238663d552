-- on: healthy
-- why: Our copy has an entry in two halves.
-- find-differences: fault
UPDATE profit_lines SET amount_usd = 75000 WHERE entry_id = 'L-101';
INSERT INTO profit_lines VALUES ('L-101', '4000 Product revenue', '2026-10', 75000);
