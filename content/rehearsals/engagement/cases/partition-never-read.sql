-- on: healthy
-- why: A partition was never read.
-- stuck-partitions: fault
-- offset-gaps: cannot tell
DELETE FROM events_raw WHERE kafka_partition = 1;
