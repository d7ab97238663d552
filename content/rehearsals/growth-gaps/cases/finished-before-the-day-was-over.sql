-- on: healthy
-- why: The runs of a day finished at one in the morning of that day, when it had one hour of data.
-- which-step: cannot tell or fault
UPDATE step_runs SET finished_at = day + INTERVAL '1' HOUR WHERE day = DATE '2026-03-05';
