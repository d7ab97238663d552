-- on: healthy
-- why: A new sender counts its events, and none of them has come.
-- short-hours: fault
INSERT INTO producer_counts SELECT 'tv', TIMESTAMP '2026-03-04 00:00:00' + n * INTERVAL '1' HOUR, 2 FROM generate_series(0, 23) AS s (n);
