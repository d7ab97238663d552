-- on: healthy
-- why: An input of a merged day ran a second time, and the merge has not.
-- what-is-late: fault
INSERT INTO step_runs VALUES ('growth_daily', DATE '2026-11-25', 2, 'finished', 1, TIMESTAMP '2026-11-27 10:00:00', TIMESTAMP '2026-11-27 10:00:00', TIMESTAMP '2026-11-27 10:20:00');
