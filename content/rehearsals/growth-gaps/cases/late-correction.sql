-- on: healthy
-- why: A change of February was entered in March.
-- check-days: fault
INSERT INTO subscription_updates (change_id, account_id, changed_on, status) VALUES (40, 'a01', DATE '2026-02-20', 'cancelled');
