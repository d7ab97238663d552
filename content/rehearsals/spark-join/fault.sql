-- A-05 has a second version, so its rows were joined twice; 40 activities are without an account, under one key.
INSERT INTO accounts (account_id, segment, valid_from) VALUES ('A-05', 'medium', DATE '2026-02-20');
INSERT INTO activity (activity_id, day, account_id, clicks) SELECT 1000 + s.n, DATE '2026-03-02', NULL, 1 FROM generate_series(1, 40) AS s (n);
