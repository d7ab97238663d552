-- on: healthy
-- why: The seats of an account were read a day too early.
-- check-days: fault
-- verify-days: fault
UPDATE account_status_daily SET seats = 60 WHERE account_id = 'a03' AND day = DATE '2026-03-04';
UPDATE growth_daily SET active_seats = active_seats - 6 WHERE day = DATE '2026-03-04';
