-- on: healthy
-- why: A record without contents was loaded as an event.
-- compare-days: cannot tell
UPDATE events_raw SET event_type = '', duration_ms = NULL, user_id = NULL WHERE event_id = 'e1150';
