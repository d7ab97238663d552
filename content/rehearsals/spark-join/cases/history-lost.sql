-- on: healthy
-- why: All accounts have become one segment, and the merge follows.
-- verify-merge: cannot tell
UPDATE accounts SET segment = 'small';
DELETE FROM activity_by_segment WHERE day > DATE '2026-03-01';
INSERT INTO activity_by_segment SELECT day, segment, activities, clicks FROM activity_expected WHERE day > DATE '2026-03-01';
