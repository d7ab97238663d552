-- on: healthy
-- why: A license change of last month was entered now.
-- check-days: fault
-- verify-days: fault
INSERT INTO license_changes VALUES (60, 'a01', DATE '2026-02-28', 50);
