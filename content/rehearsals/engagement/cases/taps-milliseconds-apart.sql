-- on: healthy
-- why: An app sends each tap a second time, with another id and five milliseconds later.
-- count-copies: cannot tell
-- compare-days: cannot tell
INSERT INTO events_raw SELECT event_id || 'b', user_id, event_type, duration_ms, event_time + INTERVAL '0.005' SECOND, kafka_time, arrival_time, kafka_partition, kafka_offset + 3000 FROM events_raw WHERE CAST(event_time AS DATE) = DATE '2026-03-03' AND event_type = 'click' AND user_id IS NOT NULL;
UPDATE producer_counts SET sent = (SELECT COUNT(*) FROM events_raw e WHERE DATE_TRUNC('hour', e.event_time) = producer_counts.hour AND CASE WHEN user_id IS NULL OR user_id < 'u3' THEN 'web' ELSE 'app' END = sender);
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
