-- on: healthy
-- why: The figures of a day were published before its statuses were finished.
-- which-step: fault
UPDATE step_runs SET finished_at = finished_at + INTERVAL '5' HOUR WHERE step = 'account_status_daily' AND day = DATE '2026-03-05';
