-- on: healthy
-- why: A refund is income in our copy.
-- find-differences: fault
-- verify-periods: fault
INSERT INTO ledger_entries VALUES ('L-150', '4000 Product revenue', '2026-10', TIMESTAMP '2026-10-22 10:00:00', 'USD', -4000.00);
INSERT INTO profit_lines VALUES ('L-150', '4000 Product revenue', '2026-10', 4000.00);
