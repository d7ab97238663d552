-- on: healthy
-- why: The seats rose by two thirds from one day to the next.
-- check-days: cannot tell
UPDATE license_changes SET seats = 300 WHERE change_id = 19;
UPDATE account_status_daily SET seats = 300 WHERE account_id = 'a05' AND day >= DATE '2026-03-06';
UPDATE growth_daily SET active_seats = active_seats + 210 WHERE day >= DATE '2026-03-06';
