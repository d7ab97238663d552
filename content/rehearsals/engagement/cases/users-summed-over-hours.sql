-- on: healthy
-- why: The users of a day are the sum of the users of its hours.
-- compare-days: fault
UPDATE engagement_daily SET users = 41 WHERE day = DATE '2026-03-03';
