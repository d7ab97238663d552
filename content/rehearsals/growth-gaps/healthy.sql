-- Two weeks of six accounts, complete: the changes, the statuses, the published figures, and the runs of the steps.
INSERT INTO subscription_updates (change_id, account_id, changed_on, status) VALUES
  (1, 'a01', DATE '2026-01-05', 'active'), (2, 'a02', DATE '2026-01-12', 'active'), (3, 'a03', DATE '2026-02-02', 'active'),
  (4, 'a04', DATE '2026-02-20', 'active'), (5, 'a05', DATE '2026-02-24', 'active'), (6, 'a02', DATE '2026-02-26', 'cancelled'),
  (7, 'a06', DATE '2026-03-03', 'active'), (8, 'a04', DATE '2026-03-05', 'cancelled'), (9, 'a02', DATE '2026-03-07', 'active');
INSERT INTO license_changes (change_id, account_id, changed_on, seats) VALUES
  (11, 'a01', DATE '2026-01-05', 40), (12, 'a02', DATE '2026-01-12', 25), (13, 'a03', DATE '2026-02-02', 60),
  (14, 'a04', DATE '2026-02-20', 15), (15, 'a05', DATE '2026-02-24', 80), (16, 'a01', DATE '2026-02-27', 45),
  (17, 'a06', DATE '2026-03-03', 30), (18, 'a03', DATE '2026-03-04', 66), (19, 'a05', DATE '2026-03-06', 90);

INSERT INTO account_status_daily (day, account_id, status, seats)
SELECT d.day, s.account_id, s.status, l.seats
FROM (SELECT CAST(x.day AS DATE) AS day
      FROM generate_series(DATE '2026-02-23', DATE '2026-03-08', INTERVAL '1' DAY) AS x (day)) d
JOIN subscription_updates s ON s.changed_on <= d.day
JOIN license_changes l ON l.account_id = s.account_id AND l.changed_on <= d.day
WHERE NOT EXISTS (SELECT 1 FROM subscription_updates t
                  WHERE t.account_id = s.account_id AND t.changed_on <= d.day AND t.change_id > s.change_id)
  AND NOT EXISTS (SELECT 1 FROM license_changes m
                  WHERE m.account_id = l.account_id AND m.changed_on <= d.day AND m.change_id > l.change_id);

INSERT INTO growth_daily (day, active_accounts, active_seats)
SELECT day, SUM(CASE WHEN status = 'active' THEN 1 ELSE 0 END), SUM(CASE WHEN status = 'active' THEN seats ELSE 0 END)
FROM account_status_daily GROUP BY day;

INSERT INTO step_rules (step, due_hours, least_rows) VALUES
  ('subscription_updates', 2, 0), ('license_changes', 2, 0), ('account_status_daily', 4, 3), ('growth_daily', 6, 1);
INSERT INTO step_runs (step, day, attempt, state, row_count, queued_at, started_at, finished_at)
SELECT s.step, CAST(x.day AS DATE), 1, 'finished', s.row_count, x.day + INTERVAL '25' HOUR, x.day + INTERVAL '25' HOUR,
       x.day + INTERVAL '26' HOUR
FROM generate_series(TIMESTAMP '2026-02-23', TIMESTAMP '2026-03-08', INTERVAL '1' DAY) AS x (day)
CROSS JOIN (VALUES ('subscription_updates', 2), ('license_changes', 2), ('account_status_daily', 6), ('growth_daily', 1))
  AS s (step, row_count);
