-- on: healthy
-- why: A good run was followed by a bad one with too few rows.
-- what-is-late: fault
INSERT INTO step_runs (step, day, attempt, state, row_count, finished_at) VALUES ('account_status_daily', DATE '2026-11-25', 2, 'finished', 1, TIMESTAMP '2026-11-26 05:00:00');
