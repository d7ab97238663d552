-- on: healthy
-- why: The ledger of last month was changed after it was signed.
-- gate: cannot tell
UPDATE ledger_entries SET amount = amount - 7000 WHERE entry_id = 'L-004';
