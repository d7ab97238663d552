-- on: healthy
-- why: A partition came a day late, after its day was counted.
-- days-to-recount: fault
-- compare-days: fault
UPDATE events_raw SET arrival_time = arrival_time + INTERVAL '30' HOUR WHERE kafka_partition = 1 AND CAST(event_time AS DATE) = DATE '2026-03-03';
UPDATE engagement_daily SET clicks = (SELECT COUNT(*) FROM events_raw WHERE event_type = 'click' AND kafka_partition <> 1 AND CAST(event_time AS DATE) = DATE '2026-03-03') WHERE day = DATE '2026-03-03';
