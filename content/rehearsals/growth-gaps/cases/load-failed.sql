-- on: healthy
-- why: The load of a day failed: the first step of the day is named.
-- which-step: fault
UPDATE step_runs SET state = 'failed', row_count = NULL WHERE day = DATE '2026-03-05' AND step = 'subscription_updates';
