-- on: healthy
-- why: The merge wrote the days of this week into last year.
-- what-is-late: fault
-- compare-days: fault
UPDATE step_runs SET day = day - 365 WHERE step = 'aggregate_daily' AND day >= DATE '2026-11-24';
UPDATE aggregate_daily SET day = day - 365 WHERE day >= DATE '2026-11-24';
