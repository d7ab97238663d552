-- 2 March: three records were read twice, and two events were sent twice. The daily job counted the copies.
INSERT INTO events_raw (event_id, user_id, event_type, duration_ms, event_time, kafka_time, arrival_time, kafka_partition, kafka_offset)
SELECT event_id, user_id, event_type, duration_ms, event_time, kafka_time, arrival_time + INTERVAL '2' HOUR, kafka_partition, kafka_offset
FROM events_raw WHERE event_id IN ('e1100', 'e1101', 'e1102');
INSERT INTO events_raw (event_id, user_id, event_type, duration_ms, event_time, kafka_time, arrival_time, kafka_partition, kafka_offset)
SELECT event_id, user_id, event_type, duration_ms, event_time, kafka_time, arrival_time + INTERVAL '1' MINUTE, kafka_partition,
       CASE WHEN event_id = 'e1110' THEN 580 ELSE 581 END
FROM events_raw WHERE event_id IN ('e1110', 'e1113');
UPDATE engagement_daily SET clicks = clicks + 4, time_spent_ms = time_spent_ms + 5300 WHERE day = DATE '2026-03-02';
-- 3 March: the loader of partition 2 was stuck for four hours, and the day was counted before the events came.
UPDATE events_raw SET arrival_time = TIMESTAMP '2026-03-04 06:00:00'
WHERE kafka_partition = 2 AND event_time >= TIMESTAMP '2026-03-03 20:00:00' AND event_time < TIMESTAMP '2026-03-04 00:00:00';
UPDATE engagement_daily SET clicks = clicks - 3 WHERE day = DATE '2026-03-03';
-- 4 March: five events never reached the warehouse. Three of them are in the log of the clients.
DELETE FROM events_raw WHERE event_id IN ('e1204', 'e1205', 'e1206', 'e1207', 'e1208');
DELETE FROM source_events WHERE event_id IN ('e1207', 'e1208');
UPDATE engagement_daily SET clicks = clicks - 3, time_spent_ms = time_spent_ms - 11500 WHERE day = DATE '2026-03-04';
-- Partition 0 has had nothing since 20:00: its events go to partition 1, which numbers them in the order of time.
UPDATE events_raw SET kafka_partition = 1, kafka_offset = 577 + (
  SELECT COUNT(*) FROM events_raw o
  WHERE o.kafka_partition IN (0, 1) AND o.event_time >= TIMESTAMP '2026-03-04 20:00:00' AND o.event_time < events_raw.event_time)
WHERE kafka_partition IN (0, 1) AND event_time >= TIMESTAMP '2026-03-04 20:00:00';
