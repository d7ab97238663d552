-- on: healthy
-- why: A thousand entries of 0.99 are missing, each in an account of its own.
-- find-differences: fault or cannot tell
-- compare-filing: fault
INSERT INTO ledger_entries (entry_id, account, period, posted_at, currency, amount) SELECT 'S-' || CAST(n AS VARCHAR), 'small ' || CAST(n AS VARCHAR), '2026-10', TIMESTAMP '2026-10-15 10:00:00', 'USD', 0.99 FROM generate_series(1, 1000) AS s (n);
