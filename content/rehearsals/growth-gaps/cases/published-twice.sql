-- on: fault
-- why: A day is published twice. The rebuild leaves one row of it.
-- check-days: fault
-- rebuild: done
INSERT INTO growth_daily SELECT * FROM growth_daily WHERE day = DATE '2026-03-05';
