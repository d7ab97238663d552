-- on: fixed
-- why: An event of a day that was counted again arrives after that.
-- verify-days: fault
-- days-to-recount: fault
-- compare-days: fault
INSERT INTO events_raw (event_id, user_id, event_type, event_time, kafka_time, arrival_time, kafka_partition, kafka_offset) VALUES ('e9001', 'u4', 'click', TIMESTAMP '2026-03-03 08:09:00', TIMESTAMP '2026-03-03 08:09:01', TIMESTAMP '2026-03-06 08:07:30', 1, 700);
