-- on: healthy
-- why: When the clocks went back, a sender wrote two counts for one hour.
-- short-hours: cannot tell
-- verify-hours: cannot tell
INSERT INTO producer_counts VALUES ('web', TIMESTAMP '2026-03-03 01:00:00', 1);
