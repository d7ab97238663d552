-- on: healthy
-- why: The scheduler has a state that nobody has announced.
-- what-is-late: cannot tell
UPDATE step_runs SET state = 'up_for_retry' WHERE step = 'growth_daily' AND day = DATE '2026-11-25';
