-- on: fault
-- why: No license was delivered: nobody has seats, which is not 0 seats.
-- rebuild: refused
-- check-days: fault or cannot tell
DELETE FROM license_changes;
