-- on: healthy
-- why: A job with another time zone wrote statuses and figures to the day after.
-- check-days: fault
-- verify-days: fault
UPDATE growth_daily SET day = day + 1;
UPDATE account_status_daily SET day = day + 1;
