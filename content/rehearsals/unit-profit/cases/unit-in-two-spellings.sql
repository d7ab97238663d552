-- on: healthy
-- why: A unit is spelled in another way since this month.
-- compare: cannot tell
UPDATE unit_profit SET unit = 'North' WHERE account LIKE '4000%' AND period = '2026-10' AND unit = 'north';
