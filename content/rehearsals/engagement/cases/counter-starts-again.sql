-- on: healthy
-- why: A counter started again, and lost its counts of four hours.
-- short-hours: fault
UPDATE producer_counts SET sent = 0 WHERE sender = 'app' AND hour >= TIMESTAMP '2026-03-04 10:00:00' AND hour < TIMESTAMP '2026-03-04 14:00:00';
