-- on: healthy
-- why: The document has no reference.
-- missing-evidence: fault or cannot tell
UPDATE evidence SET document_ref = '' WHERE entry_id = 'L-105';
