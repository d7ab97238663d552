-- on: healthy
-- why: The ledger gives the number of an October entry to one of November.
-- find-differences: cannot tell
-- compare-filing: cannot tell
-- rebuild: refused
INSERT INTO ledger_entries VALUES ('L-101', '4000 Product revenue', '2026-11', TIMESTAMP '2026-11-05 10:00:00', 'USD', 5);
