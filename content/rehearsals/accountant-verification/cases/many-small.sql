-- on: healthy
-- why: Many figures below the limit, together above it.
-- gate: cannot tell
INSERT INTO ledger_entries (entry_id, account, period, posted_at, currency, amount) SELECT 'S-' || CAST(n AS VARCHAR), 'small ' || CAST(n AS VARCHAR), '2026-10', TIMESTAMP '2026-10-15 10:00:00', 'USD', 4999.99 FROM generate_series(1, 5) AS s (n);
INSERT INTO report_figures (account, period, amount_usd) SELECT account, period, amount FROM ledger_entries WHERE entry_id LIKE 'S-%';
