-- on: healthy
-- why: The figures of the day before were changed after they were published.
-- compare-days: cannot tell
UPDATE engagement_daily SET clicks = clicks - 5 WHERE day = DATE '2026-03-01';
