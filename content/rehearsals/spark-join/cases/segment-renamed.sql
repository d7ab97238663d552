-- on: healthy
-- why: A segment has another name since this day.
-- verify-merge: cannot tell
UPDATE accounts SET segment = 'enterprise' WHERE segment = 'large';
UPDATE activity_by_segment SET segment = 'enterprise' WHERE segment = 'large' AND day >= DATE '2026-03-02';
