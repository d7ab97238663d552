-- on: healthy
-- why: All entries name the same document.
-- missing-evidence: cannot tell
UPDATE evidence SET document_ref = 'documents/x.pdf';
