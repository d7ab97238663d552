-- Five days of events, one each half hour, on three partitions; the counts of the senders, the log of the clients, the figures.
INSERT INTO events_raw (event_id, user_id, event_type, duration_ms, event_time, kafka_time, arrival_time, kafka_partition, kafka_offset)
SELECT 'e' || CAST(1000 + s.n AS VARCHAR), CASE WHEN s.n % 7 <> 6 THEN 'u' || CAST(s.n % 7 AS VARCHAR) END,
       CASE WHEN s.n % 3 = 0 THEN 'view' ELSE 'click' END, CASE WHEN s.n % 3 = 0 THEN 5000 + 100 * (s.n % 11) END,
       TIMESTAMP '2026-02-28 00:07:00' + s.n * INTERVAL '30' MINUTE,
       TIMESTAMP '2026-02-28 00:07:01' + s.n * INTERVAL '30' MINUTE,
       TIMESTAMP '2026-02-28 00:07:30' + s.n * INTERVAL '30' MINUTE,
       CAST(s.n % 3 AS INTEGER), CAST(500 + (s.n - s.n % 3) / 3 AS BIGINT)
FROM generate_series(0, 239) AS s (n);

INSERT INTO source_events (event_id, user_id, event_type, duration_ms, event_time)
SELECT event_id, user_id, event_type, duration_ms, event_time FROM events_raw;

INSERT INTO producer_counts (sender, hour, sent)
SELECT CASE WHEN user_id IS NULL OR user_id < 'u3' THEN 'web' ELSE 'app' END, DATE_TRUNC('hour', event_time), COUNT(*)
FROM events_raw
GROUP BY CASE WHEN user_id IS NULL OR user_id < 'u3' THEN 'web' ELSE 'app' END, DATE_TRUNC('hour', event_time);
INSERT INTO producer_counts (sender, hour, sent)
SELECT s.sender, h.hour, 0
FROM (VALUES ('web'), ('app')) AS s (sender) CROSS JOIN (SELECT DISTINCT hour FROM producer_counts) h
WHERE NOT EXISTS (SELECT 1 FROM producer_counts p WHERE p.sender = s.sender AND p.hour = h.hour);

INSERT INTO engagement_daily (day, clicks, time_spent_ms, users)
SELECT CAST(event_time AS DATE), SUM(CASE WHEN event_type = 'click' THEN 1 ELSE 0 END), SUM(COALESCE(duration_ms, 0)), COUNT(DISTINCT user_id)
FROM events_raw GROUP BY CAST(event_time AS DATE);
