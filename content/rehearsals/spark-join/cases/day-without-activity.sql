-- on: healthy
-- why: A day has no activity, and no merge.
-- verify-merge: cannot tell
-- build-side: cannot tell
DELETE FROM activity WHERE day = DATE '2026-03-02';
DELETE FROM activity_by_segment WHERE day = DATE '2026-03-02';
