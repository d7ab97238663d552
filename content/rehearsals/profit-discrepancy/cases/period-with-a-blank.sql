-- on: healthy
-- why: The period of an entry ends with a blank.
-- find-differences: cannot tell
-- verify-periods: cannot tell
UPDATE ledger_entries SET period = '2026-10 ' WHERE entry_id = 'L-106';
