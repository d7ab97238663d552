-- on: healthy
-- why: A clock that is three months ahead in both columns, and one of 1970.
-- count-copies: fault
-- compare-days: ok
INSERT INTO events_raw (event_id, user_id, event_type, event_time, kafka_time, arrival_time, kafka_partition, kafka_offset) VALUES ('y2', 'u91', 'click', TIMESTAMP '2026-03-04 14:30:00', TIMESTAMP '2026-03-04 14:30:02', TIMESTAMP '2026-03-02 13:00:30', 0, 582);
