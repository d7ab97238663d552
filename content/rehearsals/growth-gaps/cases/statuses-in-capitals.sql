-- on: healthy
-- why: Each account has a second status in capital letters on one day.
-- check-days: fault
INSERT INTO account_status_daily SELECT day, UPPER(account_id), status, seats FROM account_status_daily WHERE day = DATE '2026-03-05';
