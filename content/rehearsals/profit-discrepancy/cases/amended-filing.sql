-- on: healthy
-- why: An amended filing replaces the first one, and agrees.
-- compare-filing: ok
UPDATE filed_profit SET amount_usd = 161000 WHERE account = '4000 Product revenue' AND period = '2026-10';
INSERT INTO filed_profit (account, period, amount_usd, filing, filed_at) VALUES ('4000 Product revenue', '2026-10', 162000, 'F-2026-10/A', TIMESTAMP '2026-11-10 12:00:00');
