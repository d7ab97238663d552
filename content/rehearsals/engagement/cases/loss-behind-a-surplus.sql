-- on: healthy
-- why: Two events of an hour are lost and two of a test are there in their place: the numbers balance.
-- short-hours: fault
-- verify-hours: fault
DELETE FROM events_raw WHERE event_time >= TIMESTAMP '2026-03-03 10:00:00' AND event_time < TIMESTAMP '2026-03-03 11:00:00';
INSERT INTO events_raw SELECT 'test' || CAST(s.n AS VARCHAR), 'qa', 'click', NULL, TIMESTAMP '2026-03-03 10:10:00' + s.n * INTERVAL '1' MINUTE, TIMESTAMP '2026-03-03 10:10:00', TIMESTAMP '2026-03-03 10:30:00', 1, 9000 + s.n FROM generate_series(1, 2) AS s (n);
