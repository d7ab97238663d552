-- on: fault
-- why: The source is empty.
-- check-days: cannot tell or fault
-- rebuild: refused
DELETE FROM subscription_updates;
