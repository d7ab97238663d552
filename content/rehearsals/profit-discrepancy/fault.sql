-- Our copy: L-102 is missing, L-105 was loaded twice, L-103 was not converted, L-106 is in September.
DELETE FROM profit_lines WHERE entry_id = 'L-102';
INSERT INTO profit_lines SELECT * FROM profit_lines WHERE entry_id = 'L-105';
UPDATE profit_lines SET amount_usd = 40000.00 WHERE entry_id = 'L-103';
UPDATE profit_lines SET period = '2026-09' WHERE entry_id = 'L-106';
-- The ledger: an entry of 6,000 was posted three days after the filing, and our copy has it.
INSERT INTO ledger_entries (entry_id, account, period, posted_at, currency, amount)
VALUES ('L-108', '5000 Hosting', '2026-10', TIMESTAMP '2026-11-12 10:00:00', 'USD', -6000.00);
INSERT INTO profit_lines (entry_id, account, period, amount_usd) VALUES ('L-108', '5000 Hosting', '2026-10', -6000.00);
