-- on: healthy
-- why: The loader reads one partition and is two days behind: its rows are new, and their events are old.
-- stuck-partitions: fault
DELETE FROM events_raw WHERE kafka_partition = 2 AND event_time >= TIMESTAMP '2026-03-02 20:00:00';
UPDATE events_raw SET arrival_time = TIMESTAMP '2026-03-05 00:10:00' WHERE kafka_partition = 2 AND event_time >= TIMESTAMP '2026-03-02 18:00:00';
