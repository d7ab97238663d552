-- on: healthy
-- why: All activity of a day has lost its account, and was merged as unknown.
-- verify-merge: cannot tell
UPDATE activity SET account_id = NULL WHERE day = DATE '2026-03-03';
DELETE FROM activity_by_segment;
INSERT INTO activity_by_segment SELECT day, segment, activities, clicks FROM activity_expected;
