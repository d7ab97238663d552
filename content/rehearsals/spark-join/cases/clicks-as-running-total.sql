-- on: healthy
-- why: A release sends clicks as a running total.
-- verify-merge: cannot tell
UPDATE activity SET clicks = clicks + activity_id WHERE day = DATE '2026-03-03';
UPDATE activity_by_segment SET clicks = x.clicks FROM activity_expected x WHERE x.day = activity_by_segment.day AND x.segment = activity_by_segment.segment;
