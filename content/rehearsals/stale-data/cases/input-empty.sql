-- on: fault
-- why: The input of the merge is empty.
-- merge-again: refused
-- compare-days: cannot tell or fault
-- verify-days: cannot tell or fault
DELETE FROM growth_daily;
