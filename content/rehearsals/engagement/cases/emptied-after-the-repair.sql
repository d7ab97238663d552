-- on: fixed
-- why: Somebody emptied a day after it was repaired.
-- verify-days: fault or cannot tell
-- verify-hours: fault or cannot tell
DELETE FROM events_raw WHERE event_time >= DATE '2026-03-04' AND event_time < DATE '2026-03-05';
