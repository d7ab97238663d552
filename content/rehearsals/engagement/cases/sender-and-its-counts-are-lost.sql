-- on: healthy
-- why: The events of a sender and its counts are both lost from 2 March on.
-- short-hours: cannot tell or fault
-- verify-hours: cannot tell or fault
DELETE FROM events_raw WHERE user_id >= 'u3' AND event_time >= DATE '2026-03-02';
DELETE FROM producer_counts WHERE sender = 'app' AND hour >= DATE '2026-03-02';
DELETE FROM source_events WHERE user_id >= 'u3' AND event_time >= DATE '2026-03-02';
