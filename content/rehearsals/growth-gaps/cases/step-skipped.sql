-- on: healthy
-- why: The scheduler skipped a step.
-- which-step: cannot tell
UPDATE step_runs SET state = 'skipped' WHERE step = 'license_changes' AND day = DATE '2026-03-05';
