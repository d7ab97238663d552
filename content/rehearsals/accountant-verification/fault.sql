-- L-103 was corrected and L-109 was added after the package was handed over. The report was built again.
UPDATE ledger_entries SET amount = 41000.00 WHERE entry_id = 'L-103';
INSERT INTO ledger_entries (entry_id, account, period, posted_at, currency, amount)
VALUES ('L-109', '5000 Hosting', '2026-10', TIMESTAMP '2026-11-14 10:00:00', 'USD', -9000.00);
UPDATE report_figures SET amount_usd = 41579.46 WHERE account = '4100 Services revenue' AND period = '2026-10';
UPDATE report_figures SET amount_usd = -39000.00 WHERE account = '5000 Hosting' AND period = '2026-10';
-- The answer for the salaries is overdue. There is no document for L-109.
UPDATE verification_requests SET status = 'sent' WHERE request_id = 'V-14';
