-- on: healthy
-- why: All events of a day have the same user, because the client kept an old session.
-- compare-days: cannot tell
-- days-to-recount: cannot tell
-- verify-days: cannot tell
UPDATE events_raw SET user_id = 'u1' WHERE event_time >= DATE '2026-03-03' AND event_time < DATE '2026-03-04';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
