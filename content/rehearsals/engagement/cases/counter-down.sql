-- on: healthy
-- why: The counter was down with Kafka: an hour without a count is not an hour without a loss.
-- short-hours: cannot tell
DELETE FROM producer_counts WHERE hour = TIMESTAMP '2026-03-04 07:00:00';
