-- on: healthy
-- why: The weekend has half of the traffic.
-- compare-days: ok
-- short-hours: ok
-- verify-days: ok
DELETE FROM events_raw WHERE CAST(event_time AS DATE) IN (DATE '2026-02-28', DATE '2026-03-01') AND CAST(SUBSTR(event_id, 2) AS INTEGER) % 2 = 0;
DELETE FROM source_events WHERE CAST(event_time AS DATE) IN (DATE '2026-02-28', DATE '2026-03-01') AND CAST(SUBSTR(event_id, 2) AS INTEGER) % 2 = 0;
UPDATE producer_counts SET sent = (SELECT COUNT(*) FROM events_raw e WHERE DATE_TRUNC('hour', e.event_time) = producer_counts.hour AND CASE WHEN user_id IS NULL OR user_id < 'u3' THEN 'web' ELSE 'app' END = sender);
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
