-- on: healthy
-- why: The runs of a day finished at three in the morning of that day, when it had three hours of data.
-- what-is-late: cannot tell
UPDATE step_runs SET finished_at = day + INTERVAL '3' HOUR WHERE day = DATE '2026-11-25';
