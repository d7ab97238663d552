-- on: healthy
-- why: The daily job counted by the time of arrival.
-- compare-days: fault
UPDATE events_raw SET arrival_time = arrival_time + INTERVAL '3' HOUR WHERE event_time >= TIMESTAMP '2026-03-03 21:00:00' AND event_time < TIMESTAMP '2026-03-04 00:00:00';
UPDATE engagement_daily SET clicks = (SELECT COUNT(*) FROM events_raw e WHERE event_type = 'click' AND CAST(arrival_time AS DATE) = day), time_spent_ms = (SELECT SUM(duration_ms) FROM events_raw e WHERE CAST(arrival_time AS DATE) = day);
