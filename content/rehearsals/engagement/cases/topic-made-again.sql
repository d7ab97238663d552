-- on: healthy
-- why: The topic was deleted and made again, and its offsets start at zero.
-- offset-gaps: fault
UPDATE events_raw SET kafka_offset = kafka_offset - 548 WHERE event_time >= TIMESTAMP '2026-03-04 00:00:00';
