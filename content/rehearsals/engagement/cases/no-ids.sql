-- on: healthy
-- why: Five clicks in one second have no id: nobody can say whether they are copies.
-- count-copies: cannot tell
-- compare-days: cannot tell
-- recount: refused
INSERT INTO events_raw (event_id, user_id, event_type, event_time, kafka_time, arrival_time, kafka_partition, kafka_offset) SELECT NULL, 'u3', 'click', TIMESTAMP '2026-03-03 10:00:00', TIMESTAMP '2026-03-03 10:00:01', TIMESTAMP '2026-03-03 10:00:30', 0, 580 + s.n FROM generate_series(1, 5) AS s (n);
