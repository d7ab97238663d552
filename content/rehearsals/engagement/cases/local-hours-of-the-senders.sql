-- on: healthy
-- why: The senders count by the hour of New York, and we by UTC.
-- short-hours: fault or cannot tell
-- verify-hours: fault or cannot tell
UPDATE producer_counts SET hour = hour - INTERVAL '5' HOUR;
