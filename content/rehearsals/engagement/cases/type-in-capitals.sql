-- on: healthy
-- why: A release of the app writes the type of an event with a capital letter.
-- compare-days: cannot tell
-- short-hours: cannot tell
-- count-copies: cannot tell
UPDATE events_raw SET event_type = 'Click' WHERE event_type = 'click' AND user_id >= 'u3' AND CAST(event_time AS DATE) = DATE '2026-03-03';
