-- on: healthy
-- why: Published on half a day, then the statuses were completed.
-- check-days: fault
-- verify-days: fault
UPDATE growth_daily SET active_accounts = 3, active_seats = 100 WHERE day = DATE '2026-03-05';
