-- on: healthy
-- why: Our copy has a line that the ledger does not have: nothing is removed before somebody has answered.
-- find-differences: fault
-- rebuild: refused
-- verify-periods: fault
INSERT INTO profit_lines (entry_id, account, period, amount_usd) VALUES ('L-999', '5000 Hosting', '2026-10', -700);
