-- on: healthy
-- why: A salted join has dropped the rows with a negative number.
-- verify-merge: fault
UPDATE activity_by_segment SET activities = activities / 2, clicks = clicks / 2 WHERE day = DATE '2026-03-03';
