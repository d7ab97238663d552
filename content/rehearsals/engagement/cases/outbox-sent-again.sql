-- on: fixed
-- why: After the repair, the clients send some hours of a day a second time. The figures do not count the copies.
-- count-copies: fault
-- verify-days: ok
-- compare-days: ok
INSERT INTO events_raw (event_id, user_id, event_type, duration_ms, event_time, kafka_time, arrival_time, kafka_partition, kafka_offset)
SELECT event_id, user_id, event_type, duration_ms, event_time, kafka_time, TIMESTAMP '2026-03-06 12:00:00', kafka_partition, 800 + kafka_offset
FROM events_raw WHERE event_time >= TIMESTAMP '2026-03-03 06:00:00' AND event_time < TIMESTAMP '2026-03-03 08:00:00';
