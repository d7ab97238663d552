-- on: healthy
-- why: An account was removed, and the merge put its activity under "unknown".
-- build-side: fault
-- verify-merge: cannot tell
DELETE FROM accounts WHERE account_id = 'A-03';
UPDATE activity_by_segment SET activities = x.activities, clicks = x.clicks FROM activity_expected x WHERE x.day = activity_by_segment.day AND x.segment = activity_by_segment.segment;
INSERT INTO activity_by_segment SELECT day, segment, activities, clicks FROM activity_expected WHERE segment = 'unknown';
