-- on: healthy
-- why: An entry is gone from the ledger and from our copy; the filing still has it.
-- compare-filing: fault
DELETE FROM ledger_entries WHERE entry_id = 'L-101';
DELETE FROM profit_lines WHERE entry_id = 'L-101';
