-- on: healthy
-- why: A twentieth of a day was counted, and merged.
-- compare-days: cannot tell
-- verify-days: cannot tell
UPDATE engagement_daily SET clicks = clicks / 20, time_spent_ms = time_spent_ms / 20, users = users / 20 WHERE day = DATE '2026-11-26';
UPDATE aggregate_daily SET clicks = e.clicks, time_spent_ms = e.time_spent_ms, users = e.users FROM engagement_daily e WHERE e.day = aggregate_daily.day;
