-- on: healthy
-- why: There is no activity.
-- build-side: cannot tell
-- verify-merge: fault or cannot tell
DELETE FROM activity;
