-- on: healthy
-- why: A release sends no views any more, and the senders count what they send.
-- compare-days: cannot tell
DELETE FROM events_raw WHERE event_type = 'view' AND COALESCE(user_id, '') <> 'u1' AND CAST(event_time AS DATE) = DATE '2026-03-03';
UPDATE producer_counts SET sent = (SELECT COUNT(*) FROM events_raw e WHERE DATE_TRUNC('hour', e.event_time) = producer_counts.hour AND CASE WHEN user_id IS NULL OR user_id < 'u3' THEN 'web' ELSE 'app' END = sender);
DELETE FROM source_events WHERE event_type = 'view' AND COALESCE(user_id, '') <> 'u1' AND CAST(event_time AS DATE) = DATE '2026-03-03';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
