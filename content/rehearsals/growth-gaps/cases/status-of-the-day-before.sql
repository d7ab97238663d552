-- on: healthy
-- why: An account has another status on the day before.
-- check-days: cannot tell
UPDATE account_status_daily SET status = 'cancelled' WHERE day = DATE '2026-03-01' AND account_id = 'a03';
