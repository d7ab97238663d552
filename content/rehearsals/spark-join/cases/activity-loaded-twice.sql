-- on: healthy
-- why: The activity of a day was loaded a second time under other numbers, and merged.
-- verify-merge: cannot tell
INSERT INTO activity SELECT activity_id + 5000, day, account_id, clicks FROM activity WHERE day = DATE '2026-03-02';
UPDATE activity_by_segment SET activities = x.activities, clicks = x.clicks FROM activity_expected x WHERE x.day = activity_by_segment.day AND x.segment = activity_by_segment.segment;
