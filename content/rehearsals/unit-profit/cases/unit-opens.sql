-- on: healthy
-- why: A third unit was opened.
-- compare: ok
UPDATE unit_profit SET amount_usd = amount_usd - 1000 WHERE account LIKE '4000%' AND period = '2026-10' AND unit = 'north';
INSERT INTO unit_profit VALUES ('2026-10', '4000 Product revenue', 'west', 1000);
