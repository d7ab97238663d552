-- on: healthy
-- why: A run of next year does not make a step fresh.
-- what-is-late: fault or cannot tell
DELETE FROM step_runs WHERE step = 'growth_daily' AND day = DATE '2026-11-26';
INSERT INTO step_runs (step, day, attempt, state, row_count, finished_at) VALUES ('growth_daily', DATE '2027-01-01', 1, 'finished', 1, TIMESTAMP '2027-01-02 03:00:00');
