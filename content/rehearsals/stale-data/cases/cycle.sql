-- on: healthy
-- why: Two steps wait for each other, and both are late.
-- what-is-late: fault
INSERT INTO step_inputs (step, input) VALUES ('growth_daily', 'aggregate_daily');
UPDATE step_runs SET state = 'failed' WHERE step IN ('growth_daily', 'aggregate_daily') AND day = DATE '2026-11-26';
