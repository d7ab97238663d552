-- on: healthy
-- why: An account is there twice, in capitals and in small letters.
-- build-side: cannot tell or fault
-- verify-merge: cannot tell
INSERT INTO accounts VALUES ('a-01', 'large', DATE '2026-01-01');
