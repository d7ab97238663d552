-- on: healthy
-- why: An account has its first entry in pounds.
-- find-differences: ok
-- verify-periods: ok
INSERT INTO fx_rates VALUES ('GBP', '2026-10', 1.27);
INSERT INTO ledger_entries VALUES ('L-150', '4100 Services revenue', '2026-10', TIMESTAMP '2026-10-22 10:00:00', 'GBP', 100.00);
INSERT INTO profit_lines VALUES ('L-150', '4100 Services revenue', '2026-10', 127.00);
