-- on: healthy
-- why: The units of October are a copy of September.
-- compare: fault
UPDATE unit_profit SET amount_usd = s.amount_usd FROM unit_profit s WHERE s.period = '2026-09' AND unit_profit.period = '2026-10' AND s.account = unit_profit.account AND s.unit = unit_profit.unit;
