-- on: healthy
-- why: A step is missing in the rules, in the inputs and in the runs.
-- what-is-late: cannot tell
DELETE FROM step_rules WHERE step = 'engagement_daily';
DELETE FROM step_runs WHERE step = 'engagement_daily';
DELETE FROM step_inputs WHERE step = 'engagement_daily' OR input = 'engagement_daily';
