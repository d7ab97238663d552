-- on: healthy
-- why: The statuses of a day were written twice.
-- check-days: fault
INSERT INTO account_status_daily SELECT * FROM account_status_daily WHERE day = DATE '2026-03-05';
