-- on: healthy
-- why: When the clocks went forward, the senders wrote no count for an hour.
-- short-hours: cannot tell
-- verify-hours: cannot tell
DELETE FROM producer_counts WHERE hour = TIMESTAMP '2026-03-03 02:00:00';
