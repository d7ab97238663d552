-- on: fault
-- why: The replica of the ledger is behind and has no entry of October.
-- find-differences: cannot tell or fault
-- rebuild: refused
-- verify-periods: fault or cannot tell
DELETE FROM ledger_entries WHERE period = '2026-10';
