-- on: healthy
-- why: A test account clicked forty times, and the sender counted it.
-- compare-days: cannot tell
-- days-to-recount: cannot tell
-- verify-days: cannot tell
INSERT INTO events_raw SELECT 'test' || CAST(s.n AS VARCHAR), 'qa-bot', 'click', NULL, TIMESTAMP '2026-03-03 10:00:00' + s.n * INTERVAL '1' SECOND, TIMESTAMP '2026-03-03 10:00:01', TIMESTAMP '2026-03-03 10:01:30', 0, 900 + s.n FROM generate_series(1, 40) AS s (n);
UPDATE producer_counts SET sent = sent + 40 WHERE sender = 'app' AND hour = TIMESTAMP '2026-03-03 10:00:00';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
