-- on: healthy
-- why: The loader has skipped the first half day of one partition.
-- offset-gaps: fault
DELETE FROM events_raw WHERE kafka_partition = 0 AND event_time >= DATE '2026-03-02' AND event_time < TIMESTAMP '2026-03-02 12:00:00';
