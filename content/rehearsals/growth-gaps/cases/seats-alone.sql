-- on: healthy
-- why: The accounts of a day are right, and its seats are not.
-- check-days: fault
-- verify-days: fault
UPDATE growth_daily SET active_seats = active_seats + 1 WHERE day = DATE '2026-03-05';
