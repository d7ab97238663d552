-- on: healthy
-- why: The small side is empty: all clicks would be without a segment.
-- build-side: cannot tell or fault
-- verify-merge: fault or cannot tell
DELETE FROM accounts;
