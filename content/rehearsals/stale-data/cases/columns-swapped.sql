-- on: healthy
-- why: The load has put the clicks where the users belong, for two days.
-- compare-days: cannot tell
-- verify-days: cannot tell
UPDATE engagement_daily SET clicks = users, users = clicks WHERE day >= DATE '2026-11-25';
UPDATE aggregate_daily SET clicks = e.clicks, users = e.users FROM engagement_daily e WHERE e.day = aggregate_daily.day;
