-- on: healthy
-- why: The accounts of the day before were corrected, and not merged again.
-- compare-days: cannot tell
-- verify-days: cannot tell
UPDATE growth_daily SET active_accounts = active_accounts + 2 WHERE day = DATE '2026-11-19';
