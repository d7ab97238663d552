-- on: healthy
-- why: The source sends a status that nobody has announced.
-- check-days: fault
INSERT INTO subscription_updates VALUES (61, 'a09', DATE '2026-03-05', 'trial');
