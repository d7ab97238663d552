-- on: healthy
-- why: The scheduler says that a run finished days before the day that it is for.
-- what-is-late: cannot tell or fault
UPDATE step_runs SET finished_at = TIMESTAMP '2026-11-19 03:00:00' WHERE day = DATE '2026-11-24';
