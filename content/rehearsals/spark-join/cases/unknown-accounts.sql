-- on: healthy
-- why: A client sends the word unknown in place of an account.
-- build-side: fault
-- verify-merge: fault or cannot tell
UPDATE activity SET account_id = 'unknown' WHERE activity_id % 7 = 0;
