-- on: healthy
-- why: The month was booked a second time under other numbers, and loaded.
-- find-differences: cannot tell
-- verify-periods: cannot tell
INSERT INTO ledger_entries SELECT entry_id || 'D', account, period, posted_at, currency, amount FROM ledger_entries WHERE period = '2026-10';
INSERT INTO profit_lines SELECT entry_id || 'D', account, period, amount_usd FROM profit_lines WHERE period = '2026-10';
