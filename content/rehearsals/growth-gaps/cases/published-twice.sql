-- on: fault
-- why: A day is published twice: nothing is removed by the rebuild.
-- check-days: fault
-- rebuild: refused
INSERT INTO growth_daily SELECT * FROM growth_daily WHERE day = DATE '2026-03-05';
