-- on: healthy
-- why: One phone is a year ahead, in both of its clocks: the newest event by our own clock counts.
-- stuck-partitions: ok
INSERT INTO events_raw (event_id, user_id, event_type, event_time, kafka_time, arrival_time, kafka_partition, kafka_offset) VALUES ('z1', 'u1', 'click', TIMESTAMP '2027-03-04 07:00:00', TIMESTAMP '2027-03-04 07:00:00', TIMESTAMP '2026-03-04 23:40:00', 2, 580);
