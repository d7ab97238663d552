-- on: healthy
-- why: The outbox gives new ids to what it sends again, and the senders count it twice.
-- compare-days: cannot tell
-- days-to-recount: cannot tell
-- verify-days: cannot tell
-- count-copies: cannot tell
-- recount: refused
INSERT INTO events_raw SELECT event_id || '-r', user_id, event_type, duration_ms, event_time, kafka_time, arrival_time + INTERVAL '1' MINUTE, kafka_partition, kafka_offset + 9000 FROM events_raw WHERE event_time >= DATE '2026-03-03' AND event_time < DATE '2026-03-04';
UPDATE producer_counts SET sent = sent * 2 WHERE hour >= DATE '2026-03-03' AND hour < DATE '2026-03-04';
UPDATE engagement_daily SET clicks = x.clicks, time_spent_ms = x.time_spent_ms, users = x.users FROM engagement_expected x WHERE x.day = engagement_daily.day;
