-- on: healthy
-- why: Three of five events of a day are gone from the warehouse, and the day was counted without them.
-- compare-days: cannot tell
-- days-to-recount: cannot tell
-- verify-days: cannot tell
-- short-hours: fault
-- verify-hours: fault
-- recount: refused
DELETE FROM events_raw WHERE CAST(SUBSTR(event_id, 2) AS INTEGER) % 5 < 3 AND event_time >= DATE '2026-03-02' AND event_time < DATE '2026-03-03';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
