-- on: healthy
-- why: Four events are missing in one hour and four too many in another: the day balances, the hours do not.
-- short-hours: fault
UPDATE events_raw SET event_time = event_time + INTERVAL '10' HOUR, arrival_time = arrival_time + INTERVAL '10' HOUR WHERE event_id IN ('e1194', 'e1195');
