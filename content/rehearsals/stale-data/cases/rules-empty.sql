-- on: healthy
-- why: There are no rules, so nothing is watched.
-- what-is-late: cannot tell
DELETE FROM step_rules;
