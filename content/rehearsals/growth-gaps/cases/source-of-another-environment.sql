-- on: healthy
-- why: The source was loaded from another environment.
-- check-days: cannot tell
UPDATE subscription_updates SET account_id = 's' || account_id;
UPDATE license_changes SET account_id = 's' || account_id;
UPDATE account_status_daily SET account_id = 's' || account_id WHERE day >= DATE '2026-03-02';
