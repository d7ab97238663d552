-- on: healthy
-- why: A record was written again to another partition.
-- count-copies: fault
INSERT INTO events_raw SELECT event_id, user_id, event_type, duration_ms, event_time, kafka_time, arrival_time + INTERVAL '2' HOUR, (kafka_partition + 1) % 3, kafka_offset + 5000 FROM events_raw WHERE event_id = 'e1150';
