-- on: healthy
-- why: One id belongs to two users, which is legal.
-- count-copies: ok or fault
-- compare-days: fault
INSERT INTO events_raw (event_id, user_id, event_type, event_time, kafka_time, arrival_time, kafka_partition, kafka_offset) VALUES ('e1101', 'u99', 'click', TIMESTAMP '2026-03-03 10:00:00', TIMESTAMP '2026-03-03 10:00:01', TIMESTAMP '2026-03-03 10:00:30', 0, 580);
