-- on: healthy
-- why: Every other activity of a day is missing, and the day was merged.
-- verify-merge: cannot tell
DELETE FROM activity WHERE day = DATE '2026-03-02' AND activity_id % 2 = 0;
DELETE FROM activity_by_segment WHERE day = DATE '2026-03-02';
INSERT INTO activity_by_segment SELECT f.day, a.segment, COUNT(*), SUM(f.clicks) FROM activity f JOIN accounts a ON a.account_id = f.account_id WHERE f.day = DATE '2026-03-02' GROUP BY f.day, a.segment;
