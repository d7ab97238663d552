-- on: healthy
-- why: The amounts of a unit are under the name unknown.
-- compare: cannot tell
UPDATE unit_profit SET unit = 'unknown' WHERE unit = 'north' AND period = '2026-10';
