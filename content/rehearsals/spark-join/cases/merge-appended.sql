-- on: healthy
-- why: A merge was run twice, and appended.
-- verify-merge: fault
INSERT INTO activity_by_segment SELECT * FROM activity_by_segment WHERE day = DATE '2026-03-03';
