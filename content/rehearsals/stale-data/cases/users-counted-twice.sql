-- on: healthy
-- why: Users of the web and of the app are counted twice.
-- compare-days: cannot tell
UPDATE engagement_daily SET users = users * 2 WHERE day >= DATE '2026-11-25';
UPDATE aggregate_daily SET users = e.users FROM engagement_daily e WHERE e.day = aggregate_daily.day;
