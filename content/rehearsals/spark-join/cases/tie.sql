-- on: healthy
-- why: Two versions of one day: nobody can say which is right.
-- build-side: fault or cannot tell
-- verify-merge: cannot tell or fault
INSERT INTO accounts (account_id, segment, valid_from) VALUES ('A-01', 'large', DATE '2026-01-01');
