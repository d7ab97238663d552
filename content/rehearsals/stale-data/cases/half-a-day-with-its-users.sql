-- on: healthy
-- why: Half a day was counted, and half of its users, and both were merged. A quiet day looks the same.
-- not-noticed: A day of which half the clicks, time and users are missing
-- compare-days: ok
-- verify-days: ok
UPDATE engagement_daily SET clicks = clicks / 2, time_spent_ms = time_spent_ms / 2, users = users / 2 WHERE day = DATE '2026-11-26';
UPDATE aggregate_daily SET clicks = e.clicks, time_spent_ms = e.time_spent_ms, users = e.users FROM engagement_daily e WHERE e.day = aggregate_daily.day;
