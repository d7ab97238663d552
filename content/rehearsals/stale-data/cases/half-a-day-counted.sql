-- on: healthy
-- why: Half a day of clicks was counted, and merged.
-- compare-days: cannot tell
-- verify-days: cannot tell
UPDATE engagement_daily SET clicks = clicks / 2, time_spent_ms = time_spent_ms / 2 WHERE day = DATE '2026-11-25';
UPDATE aggregate_daily SET clicks = e.clicks, time_spent_ms = e.time_spent_ms FROM engagement_daily e WHERE e.day = aggregate_daily.day;
