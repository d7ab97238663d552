-- on: healthy
-- why: One id of one user has two contents: it is no copy, and nobody can say which is right.
-- count-copies: cannot tell
-- compare-days: cannot tell
INSERT INTO events_raw SELECT event_id, user_id, event_type, duration_ms, event_time + INTERVAL '3' HOUR, kafka_time, arrival_time + INTERVAL '3' HOUR, kafka_partition, kafka_offset FROM events_raw WHERE event_id = 'e1151';
