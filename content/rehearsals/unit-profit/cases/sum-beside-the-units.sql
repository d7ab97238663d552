-- on: healthy
-- why: The sum of the units was loaded beside them.
-- compare: fault
INSERT INTO unit_profit SELECT period, account, 'all', SUM(amount_usd) FROM unit_profit WHERE period = '2026-10' GROUP BY period, account;
