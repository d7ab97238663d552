-- on: healthy
-- why: The ledger has moved an entry to November, and our copy has it in October.
-- find-differences: fault
-- compare-filing: fault
-- verify-periods: fault
UPDATE ledger_entries SET period = '2026-11' WHERE entry_id = 'L-102';
INSERT INTO fx_rates VALUES ('USD', '2026-11', 1);
