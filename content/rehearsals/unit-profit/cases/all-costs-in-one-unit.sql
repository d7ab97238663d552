-- on: healthy
-- why: All costs of an account are in one unit, and none in the other.
-- compare: cannot tell
UPDATE unit_profit SET amount_usd = CASE unit WHEN 'north' THEN -30000 ELSE 0 END WHERE account LIKE '5000%' AND period = '2026-10';
