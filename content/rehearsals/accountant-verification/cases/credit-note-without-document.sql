-- on: healthy
-- why: A credit note has no document.
-- missing-evidence: fault
DELETE FROM evidence WHERE entry_id = 'L-104';
