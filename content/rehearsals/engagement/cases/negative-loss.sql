-- on: healthy
-- why: Somebody has written down a loss of minus one, which hides an event that is too many.
-- short-hours: cannot tell
-- verify-hours: cannot tell
INSERT INTO known_losses VALUES ('inc1', TIMESTAMP '2026-03-03 10:00:00', -1);
INSERT INTO events_raw SELECT 'zz', user_id, event_type, duration_ms, event_time + INTERVAL '2' MINUTE, kafka_time, arrival_time, kafka_partition, kafka_offset + 5000 FROM events_raw WHERE event_time >= TIMESTAMP '2026-03-03 10:00:00' AND event_time < TIMESTAMP '2026-03-03 10:30:00';
