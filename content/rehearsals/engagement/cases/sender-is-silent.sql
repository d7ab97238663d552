-- on: healthy
-- why: One of two senders sends nothing for a day and counts that it has sent nothing.
-- short-hours: cannot tell
-- verify-hours: cannot tell
DELETE FROM events_raw WHERE user_id >= 'u3' AND event_time >= DATE '2026-03-04' AND event_time < DATE '2026-03-05';
UPDATE producer_counts SET sent = 0 WHERE sender = 'app' AND hour >= DATE '2026-03-04' AND hour < DATE '2026-03-05';
DELETE FROM source_events WHERE user_id >= 'u3' AND event_time >= DATE '2026-03-04' AND event_time < DATE '2026-03-05';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
