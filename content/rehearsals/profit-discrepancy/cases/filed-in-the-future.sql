-- on: healthy
-- why: The time of a filing is a year ahead.
-- compare-filing: cannot tell or fault
UPDATE filed_profit SET filed_at = TIMESTAMP '2027-11-06 12:00:00' WHERE period = '2026-10';
