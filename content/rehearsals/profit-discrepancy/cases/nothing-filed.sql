-- on: healthy
-- why: Nothing is filed for October yet.
-- compare-filing: cannot tell or fault
-- find-differences: ok
DELETE FROM filed_profit WHERE period = '2026-10';
