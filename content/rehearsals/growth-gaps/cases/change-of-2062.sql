-- on: healthy
-- why: A change has the year 2062, and everybody waits for it.
-- check-days: cannot tell
-- verify-days: cannot tell
INSERT INTO subscription_updates VALUES (200, 'a01', DATE '2062-03-05', 'cancelled');
