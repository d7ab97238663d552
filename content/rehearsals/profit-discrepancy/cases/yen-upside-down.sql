-- on: healthy
-- why: The rate of the yen is the one of the dollar in yen.
-- find-differences: cannot tell
-- verify-periods: cannot tell
INSERT INTO fx_rates VALUES ('JPY', '2026-10', 151.2);
INSERT INTO ledger_entries VALUES ('L-150', '4100 Services revenue', '2026-10', TIMESTAMP '2026-10-22 10:00:00', 'JPY', 100000.00);
INSERT INTO profit_lines VALUES ('L-150', '4100 Services revenue', '2026-10', 15120000.00);
