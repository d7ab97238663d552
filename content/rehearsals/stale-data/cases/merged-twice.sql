-- on: fault
-- why: A day is there twice.
-- compare-days: fault
-- merge-again: done
INSERT INTO aggregate_daily SELECT * FROM aggregate_daily WHERE day = DATE '2026-11-22';
