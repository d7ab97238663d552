-- on: healthy
-- why: A day has no events, the senders say that they sent none, and zero was published.
-- compare-days: cannot tell
-- count-copies: cannot tell
-- short-hours: fault
DELETE FROM events_raw WHERE CAST(event_time AS DATE) = DATE '2026-03-03';
UPDATE producer_counts SET sent = 0 WHERE CAST(hour AS DATE) = DATE '2026-03-03';
UPDATE engagement_daily SET clicks = 0, time_spent_ms = 0, users = 0 WHERE day = DATE '2026-03-03';
