-- on: healthy
-- why: A step finished, was started again, and failed.
-- which-step: fault
INSERT INTO step_runs VALUES ('growth_daily', DATE '2026-03-05', 2, 'failed', NULL, TIMESTAMP '2026-03-06 09:00:00', TIMESTAMP '2026-03-06 09:00:00', TIMESTAMP '2026-03-06 09:10:00');
