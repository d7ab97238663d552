-- on: fixed
-- why: A new loss in an hour whose loss is written down.
-- short-hours: fault
DELETE FROM events_raw WHERE event_id = 'e1203';
DELETE FROM events_raw WHERE event_id = 'e1206';
