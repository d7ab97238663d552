-- on: healthy
-- why: An event was sent again on the next day, with the time of that day.
-- compare-days: cannot tell
INSERT INTO events_raw SELECT event_id, user_id, event_type, duration_ms, event_time + INTERVAL '1' DAY, kafka_time, arrival_time + INTERVAL '1' DAY, kafka_partition, kafka_offset + 7000 FROM events_raw WHERE event_id = 'e1150';
