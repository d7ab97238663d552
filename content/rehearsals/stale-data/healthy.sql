-- Nine days of four steps, on time, and the days that the merge made of them.
INSERT INTO step_rules (step, due_hours, least_rows) VALUES
  ('account_status_daily', 6, 100), ('growth_daily', 8, 1), ('engagement_daily', 8, 1), ('aggregate_daily', 12, 1);
INSERT INTO step_inputs (step, input) VALUES
  ('growth_daily', 'account_status_daily'), ('aggregate_daily', 'growth_daily'), ('aggregate_daily', 'engagement_daily');
INSERT INTO step_runs (step, day, attempt, state, row_count, queued_at, started_at, finished_at)
SELECT s.step, CAST(x.day AS DATE), 1, 'finished', s.row_count, x.day + s.hours * INTERVAL '1' HOUR,
       x.day + s.hours * INTERVAL '1' HOUR, x.day + s.hours * INTERVAL '1' HOUR + INTERVAL '20' MINUTE
FROM generate_series(TIMESTAMP '2026-11-18', TIMESTAMP '2026-11-26', INTERVAL '1' DAY) AS x (day)
CROSS JOIN (VALUES ('account_status_daily', 120, 26), ('growth_daily', 1, 27), ('engagement_daily', 1, 27), ('aggregate_daily', 1, 28))
  AS s (step, row_count, hours);
INSERT INTO growth_daily (day, active_accounts, active_seats)
SELECT CAST(x.day AS DATE), 100 + EXTRACT(DAY FROM x.day), 4000 + 10 * EXTRACT(DAY FROM x.day)
FROM generate_series(TIMESTAMP '2026-11-18', TIMESTAMP '2026-11-26', INTERVAL '1' DAY) AS x (day);
INSERT INTO engagement_daily (day, clicks, time_spent_ms, users)
SELECT CAST(x.day AS DATE), 5000 + 3 * EXTRACT(DAY FROM x.day), 9000000 + 1000 * EXTRACT(DAY FROM x.day), 300 + EXTRACT(DAY FROM x.day)
FROM generate_series(TIMESTAMP '2026-11-18', TIMESTAMP '2026-11-26', INTERVAL '1' DAY) AS x (day);
INSERT INTO aggregate_daily (day, active_accounts, active_seats, clicks, time_spent_ms, users)
SELECT g.day, g.active_accounts, g.active_seats, e.clicks, e.time_spent_ms, e.users
FROM growth_daily g JOIN engagement_daily e ON e.day = g.day;
