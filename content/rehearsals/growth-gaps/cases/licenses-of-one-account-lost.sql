-- on: healthy
-- why: The licenses of an account are lost, and it was left out of the figures.
-- check-days: fault
-- verify-days: fault
DELETE FROM license_changes WHERE account_id = 'a03';
DELETE FROM account_status_daily WHERE account_id = 'a03' AND day >= DATE '2026-03-02';
UPDATE growth_daily SET active_accounts = active_accounts - 1, active_seats = active_seats - 66 WHERE day >= DATE '2026-03-04';
UPDATE growth_daily SET active_accounts = active_accounts - 1, active_seats = active_seats - 60 WHERE day BETWEEN DATE '2026-03-02' AND DATE '2026-03-03';
