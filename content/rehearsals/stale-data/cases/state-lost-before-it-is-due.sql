-- on: healthy
-- why: The newest run of a step that is not due yet has a state that nobody knows.
-- what-is-late: cannot tell
UPDATE step_rules SET due_hours = 22 WHERE step = 'aggregate_daily';
UPDATE step_runs SET state = NULL WHERE step = 'aggregate_daily' AND day = DATE '2026-11-26';
