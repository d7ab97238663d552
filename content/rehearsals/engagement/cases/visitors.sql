-- on: fault
-- why: Events of visitors have no user: they are replayed once, and not again at each run.
-- replay: done
UPDATE source_events SET user_id = NULL WHERE event_id = 'e1205';
