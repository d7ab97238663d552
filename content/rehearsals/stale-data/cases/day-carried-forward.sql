-- on: healthy
-- why: The newest day is a copy of the day before in both inputs and in the merge.
-- compare-days: cannot tell
-- verify-days: cannot tell
DELETE FROM growth_daily WHERE day = DATE '2026-11-26';
DELETE FROM engagement_daily WHERE day = DATE '2026-11-26';
DELETE FROM aggregate_daily WHERE day = DATE '2026-11-26';
INSERT INTO growth_daily SELECT DATE '2026-11-26', active_accounts, active_seats FROM growth_daily WHERE day = DATE '2026-11-25';
INSERT INTO engagement_daily SELECT DATE '2026-11-26', clicks, time_spent_ms, users FROM engagement_daily WHERE day = DATE '2026-11-25';
INSERT INTO aggregate_daily SELECT DATE '2026-11-26', active_accounts, active_seats, clicks, time_spent_ms, users FROM aggregate_daily WHERE day = DATE '2026-11-25';
