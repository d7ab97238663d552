-- on: healthy
-- why: An entry was reversed in its own month.
-- find-differences: ok
-- verify-periods: ok
-- compare-filing: ok
INSERT INTO ledger_entries VALUES ('L-150', '5000 Hosting', '2026-10', TIMESTAMP '2026-10-22 10:00:00', 'USD', -400.00), ('L-151', '5000 Hosting', '2026-10', TIMESTAMP '2026-10-23 10:00:00', 'USD', 400.00);
INSERT INTO profit_lines VALUES ('L-150', '5000 Hosting', '2026-10', -400.00), ('L-151', '5000 Hosting', '2026-10', 400.00);
