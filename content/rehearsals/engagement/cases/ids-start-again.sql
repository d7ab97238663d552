-- on: healthy
-- why: Ids of the clients start again with those of other users.
-- compare-days: cannot tell
-- count-copies: cannot tell
UPDATE events_raw SET event_id = 'e1000' WHERE event_id IN ('e1150', 'e1157');
