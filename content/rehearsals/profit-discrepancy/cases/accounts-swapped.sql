-- on: healthy
-- why: Two accounts have each other's entries in the ledger and in our copy.
-- compare-filing: fault
UPDATE ledger_entries SET account = CASE account WHEN '5000 Hosting' THEN '6000 Salaries' ELSE '5000 Hosting' END WHERE period = '2026-10' AND account IN ('5000 Hosting','6000 Salaries');
UPDATE profit_lines SET account = CASE account WHEN '5000 Hosting' THEN '6000 Salaries' ELSE '5000 Hosting' END WHERE period = '2026-10' AND account IN ('5000 Hosting','6000 Salaries');
