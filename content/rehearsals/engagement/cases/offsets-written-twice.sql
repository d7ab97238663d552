-- on: healthy
-- why: After an unclean election, two offsets were given to other records.
-- offset-gaps: cannot tell
INSERT INTO events_raw SELECT event_id || 'z', user_id, event_type, duration_ms, event_time + INTERVAL '1' MINUTE, kafka_time, arrival_time, kafka_partition, kafka_offset FROM events_raw WHERE event_id IN ('e1150', 'e1151');
