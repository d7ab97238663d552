-- on: healthy
-- why: An account has a newer version since the run.
-- build-side: fault
-- verify-merge: fault
INSERT INTO accounts VALUES ('A-01', 'large', DATE '2026-03-04');
