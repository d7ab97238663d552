-- on: healthy
-- why: Cancelled and active again on one day: the later change counts, whatever the order of the rows.
-- check-days: fault
INSERT INTO subscription_updates (change_id, account_id, changed_on, status) VALUES (31, 'a01', DATE '2026-03-06', 'active'), (30, 'a01', DATE '2026-03-06', 'cancelled'), (32, 'a05', DATE '2026-03-06', 'active'), (33, 'a05', DATE '2026-03-06', 'cancelled');
