-- 4 March: the statuses were never built. 6 March: half of them were. Both days were published, or not, accordingly.
DELETE FROM account_status_daily WHERE day = DATE '2026-03-04';
DELETE FROM growth_daily WHERE day = DATE '2026-03-04';
DELETE FROM step_runs WHERE day = DATE '2026-03-04' AND step = 'growth_daily';
UPDATE step_runs SET state = 'failed', row_count = NULL WHERE day = DATE '2026-03-04' AND step = 'account_status_daily';
DELETE FROM account_status_daily WHERE day = DATE '2026-03-06' AND account_id IN ('a01', 'a03');
UPDATE growth_daily SET active_accounts = 2, active_seats = 120 WHERE day = DATE '2026-03-06';
UPDATE step_runs SET state = 'failed', row_count = 4 WHERE day = DATE '2026-03-06' AND step = 'account_status_daily';
-- 7 March was built from the day before: a02 did not come back.
UPDATE account_status_daily SET status = 'cancelled' WHERE day = DATE '2026-03-07' AND account_id = 'a02';
UPDATE growth_daily SET active_accounts = 4, active_seats = 231 WHERE day = DATE '2026-03-07';
