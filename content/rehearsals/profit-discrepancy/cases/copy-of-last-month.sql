-- on: healthy
-- why: October is a copy of September under new numbers, in the ledger, in our copy and in the filing.
-- find-differences: cannot tell
DELETE FROM ledger_entries WHERE period = '2026-10';
DELETE FROM profit_lines WHERE period = '2026-10';
DELETE FROM filed_profit WHERE period = '2026-10';
INSERT INTO ledger_entries SELECT 'C' || entry_id, account, '2026-10', posted_at + INTERVAL '30' DAY, currency, amount FROM ledger_entries;
INSERT INTO profit_lines SELECT entry_id, account, period, usd FROM ledger_usd WHERE period = '2026-10';
INSERT INTO filed_profit SELECT account, '2026-10', SUM(usd), 'F', TIMESTAMP '2026-11-06 12:00:00' FROM ledger_usd WHERE period = '2026-10' GROUP BY account;
