-- Three days of activity of six accounts, and what the merge made of it.
INSERT INTO accounts (account_id, segment, valid_from) VALUES
  ('A-01', 'small', DATE '2026-01-01'), ('A-02', 'small', DATE '2026-01-01'), ('A-03', 'medium', DATE '2026-01-01'),
  ('A-04', 'medium', DATE '2026-02-01'), ('A-05', 'large', DATE '2026-02-01'), ('A-06', 'large', DATE '2026-02-01');
INSERT INTO activity (activity_id, day, account_id, clicks)
SELECT s.n, CAST(TIMESTAMP '2026-03-01' + (s.n % 3) * INTERVAL '1' DAY AS DATE), 'A-0' || CAST(1 + CAST((s.n - s.n % 3) / 3 AS INTEGER) % 6 AS VARCHAR), CAST(1 + s.n % 4 AS INTEGER)
FROM generate_series(1, 90) AS s (n);
INSERT INTO activity_by_segment (day, segment, activities, clicks)
SELECT f.day, a.segment, COUNT(*), SUM(f.clicks) FROM activity f JOIN accounts a ON a.account_id = f.account_id GROUP BY f.day, a.segment;
