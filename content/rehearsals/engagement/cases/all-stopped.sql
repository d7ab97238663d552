-- on: healthy
-- why: The loader has been dead on all partitions since 08:00.
-- stuck-partitions: fault
DELETE FROM events_raw WHERE arrival_time > TIMESTAMP '2026-03-04 08:01:00';
