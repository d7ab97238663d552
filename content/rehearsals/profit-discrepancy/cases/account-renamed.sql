-- on: healthy
-- why: An account has another name since this month, in the ledger and in our copy.
-- find-differences: cannot tell
-- verify-periods: cannot tell
UPDATE ledger_entries SET account = '4100 Services' WHERE period = '2026-10' AND account LIKE '4100%';
UPDATE profit_lines SET account = '4100 Services' WHERE period = '2026-10' AND account LIKE '4100%';
