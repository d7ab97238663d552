-- on: healthy
-- why: The first attempt is still called running, the second has failed.
-- which-step: fault
UPDATE step_runs SET state = 'running' WHERE day = DATE '2026-03-05' AND step = 'growth_daily';
INSERT INTO step_runs (step, day, attempt, state) VALUES ('growth_daily', DATE '2026-03-05', 2, 'failed');
