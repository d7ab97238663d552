-- on: healthy
-- why: A country was opened, and the traffic of a day has doubled.
-- compare-days: ok
-- short-hours: ok
-- count-copies: ok
-- days-to-recount: ok
-- verify-days: ok
-- verify-hours: ok
INSERT INTO events_raw SELECT 'n' || CAST(n AS VARCHAR), 'v' || CAST(n % 20 AS VARCHAR), CASE WHEN n % 3 = 0 THEN 'view' ELSE 'click' END, CASE WHEN n % 3 = 0 THEN 5200 END, TIMESTAMP '2026-03-04 00:11:00' + n * INTERVAL '30' MINUTE, TIMESTAMP '2026-03-04 00:11:01' + n * INTERVAL '30' MINUTE, TIMESTAMP '2026-03-04 00:11:20' + n * INTERVAL '30' MINUTE, n % 3, 9000 + n FROM generate_series(0, 47) AS s (n);
INSERT INTO source_events SELECT event_id, user_id, event_type, duration_ms, event_time FROM events_raw WHERE event_id LIKE 'n%';
UPDATE producer_counts SET sent = (SELECT COUNT(*) FROM events_raw e WHERE DATE_TRUNC('hour', e.event_time) = producer_counts.hour AND CASE WHEN user_id IS NULL OR user_id < 'u3' THEN 'web' ELSE 'app' END = sender);
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
