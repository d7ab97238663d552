-- on: healthy
-- why: Seats were delivered for an account that has no subscription.
-- check-days: cannot tell
-- verify-days: cannot tell
INSERT INTO license_changes VALUES (300, 'a77', DATE '2026-03-06', 500);
