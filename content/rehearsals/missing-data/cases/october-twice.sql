-- on: fault
-- why: A row of last month is there twice, which would make the missing share look smaller.
-- gate: cannot tell or fault
INSERT INTO aggregate_inputs SELECT * FROM aggregate_inputs WHERE month = '2026-10' AND segment = 'North America';
