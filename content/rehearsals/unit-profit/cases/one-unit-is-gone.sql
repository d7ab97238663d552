-- on: healthy
-- why: A unit is gone, and the other one has its amounts: the sums agree.
-- compare: cannot tell
DELETE FROM unit_profit WHERE unit = 'south' AND period = '2026-10';
UPDATE unit_profit SET amount_usd = (SELECT SUM(l.amount_usd) FROM profit_lines l WHERE l.account = unit_profit.account AND l.period = '2026-10') WHERE period = '2026-10';
