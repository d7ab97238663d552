-- on: healthy
-- why: All activity of a day has 0 clicks.
-- verify-merge: cannot tell
UPDATE activity SET clicks = 0 WHERE day = DATE '2026-03-03';
DELETE FROM activity_by_segment;
INSERT INTO activity_by_segment SELECT day, segment, activities, clicks FROM activity_expected;
