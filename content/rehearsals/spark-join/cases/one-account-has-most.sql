-- on: healthy
-- why: One account has most of the activity, and it was not merged.
-- verify-merge: fault
INSERT INTO activity SELECT 5000 + n, DATE '2026-03-02', 'A-01', 1 FROM generate_series(1, 500) AS s(n);
