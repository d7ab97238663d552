-- on: healthy
-- why: An account was lost at every stage on the day on which a new one came: the counts are the same.
-- check-days: cannot tell
-- verify-days: cannot tell
DELETE FROM subscription_updates WHERE account_id = 'a03';
DELETE FROM account_status_daily WHERE account_id = 'a03' AND day >= DATE '2026-03-02';
INSERT INTO subscription_updates VALUES (200, 'a09', DATE '2026-03-02', 'active');
INSERT INTO license_changes VALUES (201, 'a09', DATE '2026-03-02', 10);
INSERT INTO account_status_daily SELECT day, 'a09', 'active', 10 FROM growth_daily WHERE day >= DATE '2026-03-02';
UPDATE growth_daily SET active_seats = active_seats + 10 - CASE WHEN day < DATE '2026-03-04' THEN 60 ELSE 66 END WHERE day >= DATE '2026-03-02';
