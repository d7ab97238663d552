-- on: healthy
-- why: The merge of a day had finished before its input did.
-- what-is-late: fault
UPDATE step_runs SET finished_at = TIMESTAMP '2026-11-26 07:00:00' WHERE step = 'growth_daily' AND day = DATE '2026-11-25';
