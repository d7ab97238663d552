-- on: healthy
-- why: An entry was posted ten months after its period.
-- find-differences: cannot tell
-- compare-filing: cannot tell
UPDATE ledger_entries SET posted_at = TIMESTAMP '2027-09-05 10:00:00' WHERE entry_id = 'L-105';
