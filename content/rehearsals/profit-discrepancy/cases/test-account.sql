-- on: healthy
-- why: The ledger has an entry of a test account, and our copy has it too.
-- find-differences: cannot tell
-- verify-periods: cannot tell
INSERT INTO ledger_entries VALUES ('T-1', '9999 Test', '2026-10', TIMESTAMP '2026-10-15 10:00:00', 'USD', 99999.00);
INSERT INTO profit_lines VALUES ('T-1', '9999 Test', '2026-10', 99999.00);
