-- on: fault
-- why: The log of the clients is not loaded yet: nothing is written off.
-- write-off: refused
-- replay: refused
DELETE FROM source_events;
