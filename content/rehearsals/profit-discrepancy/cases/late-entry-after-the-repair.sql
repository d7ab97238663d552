-- on: fixed
-- why: An entry arrives in a period that was rebuilt.
-- find-differences: fault
-- compare-filing: fault
-- verify-periods: fault
INSERT INTO ledger_entries VALUES ('L-130', '5000 Hosting', '2026-10', TIMESTAMP '2026-11-14 10:00:00', 'USD', -9000);
