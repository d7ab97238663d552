-- on: fixed
-- why: Events of a loss that was written down have come after all: it is no longer lost.
-- short-hours: fault
INSERT INTO events_raw (event_id, user_id, event_type, event_time, kafka_time, arrival_time, kafka_partition, kafka_offset) VALUES ('e1208', 'u4', 'click', TIMESTAMP '2026-03-04 08:07:00', TIMESTAMP '2026-03-04 08:07:01', TIMESTAMP '2026-03-08 08:07:30', 1, 569);
