-- on: healthy
-- why: A backfill runs old days again: nobody can say yet that they are complete.
-- what-is-late: fault or cannot tell
INSERT INTO step_runs SELECT step, day, 2, 'running', NULL, TIMESTAMP '2026-11-27 13:00:00', TIMESTAMP '2026-11-27 13:00:00', NULL FROM step_runs WHERE day = DATE '2026-11-21';
