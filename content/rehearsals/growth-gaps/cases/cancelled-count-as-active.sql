-- on: healthy
-- why: Cancelled accounts were counted as active.
-- check-days: fault
-- verify-days: fault
UPDATE growth_daily SET active_accounts = (SELECT COUNT(*) FROM account_status_daily a WHERE a.day = growth_daily.day), active_seats = (SELECT SUM(seats) FROM account_status_daily a WHERE a.day = growth_daily.day);
