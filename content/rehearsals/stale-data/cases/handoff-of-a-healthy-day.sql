-- on: healthy
-- why: Every table was loaded in the night; it is 09:00 in New York: nothing is late.
-- what-is-late: ok
SELECT 1;
