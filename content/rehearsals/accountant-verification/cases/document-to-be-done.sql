-- on: healthy
-- why: The document of an entry is called TBD.
-- missing-evidence: fault or cannot tell
UPDATE evidence SET document_ref = 'TBD' WHERE entry_id = 'L-105';
