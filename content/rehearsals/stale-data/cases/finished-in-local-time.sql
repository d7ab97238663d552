-- on: healthy
-- why: The times at which steps finished are in local time.
-- what-is-late: cannot tell
UPDATE step_runs SET finished_at = finished_at - INTERVAL '5' HOUR WHERE day = DATE '2026-11-25';
