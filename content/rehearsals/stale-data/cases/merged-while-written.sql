-- on: healthy
-- why: The merge read an input while it was written.
-- compare-days: fault
UPDATE aggregate_daily SET users = users - 7 WHERE day = DATE '2026-11-24';
