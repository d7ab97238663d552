-- on: fault
-- why: Half of the accounts are gone from the source.
-- check-days: cannot tell or fault
-- rebuild: refused
DELETE FROM subscription_updates WHERE account_id IN ('a01', 'a02', 'a03');
