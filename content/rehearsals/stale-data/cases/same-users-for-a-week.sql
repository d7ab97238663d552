-- on: healthy
-- why: The number of users is the same on each day.
-- compare-days: cannot tell
-- verify-days: cannot tell
UPDATE engagement_daily SET users = 300;
UPDATE aggregate_daily SET users = 300;
