-- on: healthy
-- why: The activity of a day has accounts with a blank at the end.
-- build-side: fault
UPDATE activity SET account_id = account_id || ' ' WHERE account_id = 'A-02' AND day = DATE '2026-03-02';
