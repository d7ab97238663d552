-- growth_daily failed on 24 November and was repaired on the 27th. The merge of that day used older figures, and has not run since.
UPDATE step_runs SET state = 'failed', row_count = NULL WHERE step = 'account_status_daily' AND day = DATE '2026-11-25';
DELETE FROM step_runs WHERE step IN ('growth_daily', 'aggregate_daily') AND day >= DATE '2026-11-25';
UPDATE aggregate_daily SET active_accounts = active_accounts - 3 WHERE day = DATE '2026-11-24';
DELETE FROM aggregate_daily WHERE day >= DATE '2026-11-25';
