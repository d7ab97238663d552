-- on: healthy
-- why: The time spent comes in seconds from one day on, and the merge follows.
-- compare-days: cannot tell
-- verify-days: cannot tell
UPDATE engagement_daily SET time_spent_ms = time_spent_ms / 1000 WHERE day >= DATE '2026-11-25';
UPDATE aggregate_daily SET time_spent_ms = e.time_spent_ms FROM engagement_daily e WHERE e.day = aggregate_daily.day;
