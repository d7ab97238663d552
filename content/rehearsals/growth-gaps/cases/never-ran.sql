-- on: healthy
-- why: A step never ran at all.
-- which-step: fault or cannot tell
DELETE FROM step_runs WHERE step = 'growth_daily';
