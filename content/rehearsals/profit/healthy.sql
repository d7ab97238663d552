-- The books of September and October 2026, complete: ledger, rates, our copy, the filing, the report, the packages and the requests.
INSERT INTO fx_rates (currency, period, rate_to_usd) VALUES
  ('USD', '2026-09', 1), ('EUR', '2026-09', 1.07), ('USD', '2026-10', 1), ('EUR', '2026-10', 1.08);

INSERT INTO ledger_entries (entry_id, account, period, posted_at, currency, amount) VALUES
  ('L-001', '4000 Product revenue', '2026-09', TIMESTAMP '2026-09-04 10:00:00', 'USD', 140000.00),
  ('L-002', '4000 Product revenue', '2026-09', TIMESTAMP '2026-09-30 22:30:00', 'USD', 11000.00),
  ('L-003', '4100 Services revenue', '2026-09', TIMESTAMP '2026-09-11 10:00:00', 'EUR', 30000.00),
  ('L-004', '5000 Hosting', '2026-09', TIMESTAMP '2026-09-28 10:00:00', 'USD', -29000.00),
  ('L-005', '6000 Salaries', '2026-09', TIMESTAMP '2026-09-29 10:00:00', 'USD', -80000.00),
  ('L-006', '7000 Bank charges', '2026-09', TIMESTAMP '2026-09-30 10:00:00', 'USD', -180.40),
  ('L-101', '4000 Product revenue', '2026-10', TIMESTAMP '2026-10-05 10:00:00', 'USD', 150000.00),
  ('L-102', '4000 Product revenue', '2026-10', TIMESTAMP '2026-10-31 23:30:00', 'USD', 12000.00),
  ('L-103', '4100 Services revenue', '2026-10', TIMESTAMP '2026-10-12 10:00:00', 'EUR', 40000.00),
  ('L-104', '4100 Services revenue', '2026-10', TIMESTAMP '2026-10-20 10:00:00', 'EUR', -2500.50),
  ('L-105', '5000 Hosting', '2026-10', TIMESTAMP '2026-10-28 10:00:00', 'USD', -30000.00),
  ('L-106', '6000 Salaries', '2026-10', TIMESTAMP '2026-10-29 10:00:00', 'USD', -82000.00),
  ('L-107', '7000 Bank charges', '2026-10', TIMESTAMP '2026-10-30 10:00:00', 'USD', -150.20);

INSERT INTO profit_lines (entry_id, account, period, amount_usd) VALUES
  ('L-001', '4000 Product revenue', '2026-09', 140000.00),
  ('L-002', '4000 Product revenue', '2026-09', 11000.00),
  ('L-003', '4100 Services revenue', '2026-09', 32100.00),
  ('L-004', '5000 Hosting', '2026-09', -29000.00),
  ('L-005', '6000 Salaries', '2026-09', -80000.00),
  ('L-006', '7000 Bank charges', '2026-09', -180.40),
  ('L-101', '4000 Product revenue', '2026-10', 150000.00),
  ('L-102', '4000 Product revenue', '2026-10', 12000.00),
  ('L-103', '4100 Services revenue', '2026-10', 43200.00),
  ('L-104', '4100 Services revenue', '2026-10', -2700.54),
  ('L-105', '5000 Hosting', '2026-10', -30000.00),
  ('L-106', '6000 Salaries', '2026-10', -82000.00),
  ('L-107', '7000 Bank charges', '2026-10', -150.20);

INSERT INTO filed_profit (account, period, amount_usd, filing, filed_at) VALUES
  ('4000 Product revenue', '2026-09', 151000.00, 'F-2026-09', TIMESTAMP '2026-10-08 12:00:00'),
  ('4100 Services revenue', '2026-09', 32100.00, 'F-2026-09', TIMESTAMP '2026-10-08 12:00:00'),
  ('5000 Hosting', '2026-09', -29000.00, 'F-2026-09', TIMESTAMP '2026-10-08 12:00:00'),
  ('6000 Salaries', '2026-09', -80000.00, 'F-2026-09', TIMESTAMP '2026-10-08 12:00:00'),
  ('7000 Bank charges', '2026-09', -180.40, 'F-2026-09', TIMESTAMP '2026-10-08 12:00:00'),
  ('4000 Product revenue', '2026-10', 162000.00, 'F-2026-10', TIMESTAMP '2026-11-06 12:00:00'),
  ('4100 Services revenue', '2026-10', 40499.46, 'F-2026-10', TIMESTAMP '2026-11-06 12:00:00'),
  ('5000 Hosting', '2026-10', -30000.00, 'F-2026-10', TIMESTAMP '2026-11-06 12:00:00'),
  ('6000 Salaries', '2026-10', -82000.00, 'F-2026-10', TIMESTAMP '2026-11-06 12:00:00'),
  ('7000 Bank charges', '2026-10', -150.20, 'F-2026-10', TIMESTAMP '2026-11-06 12:00:00');

INSERT INTO report_figures (account, period, amount_usd) VALUES
  ('4000 Product revenue', '2026-09', 151000.00), ('4100 Services revenue', '2026-09', 32100.00),
  ('5000 Hosting', '2026-09', -29000.00), ('6000 Salaries', '2026-09', -80000.00),
  ('7000 Bank charges', '2026-09', -180.40),
  ('4000 Product revenue', '2026-10', 162000.00), ('4100 Services revenue', '2026-10', 40499.46),
  ('5000 Hosting', '2026-10', -30000.00), ('6000 Salaries', '2026-10', -82000.00),
  ('7000 Bank charges', '2026-10', -150.20);

INSERT INTO handover_package (package_id, entry_id, account, period, amount_usd, frozen_at)
SELECT 'PKG-' || period || '-R1', entry_id, account, period, amount_usd,
       CASE WHEN period = '2026-09' THEN TIMESTAMP '2026-10-06 09:00:00' ELSE TIMESTAMP '2026-11-05 09:00:00' END
FROM profit_lines;

INSERT INTO verification_requests (request_id, account, period, package_id, amount_usd, sent_on, due_on, status) VALUES
  ('V-01', '4000 Product revenue', '2026-09', 'PKG-2026-09-R1', 151000.00, DATE '2026-10-06', DATE '2026-10-13', 'signed'),
  ('V-02', '4100 Services revenue', '2026-09', 'PKG-2026-09-R1', 32100.00, DATE '2026-10-06', DATE '2026-10-13', 'signed'),
  ('V-03', '5000 Hosting', '2026-09', 'PKG-2026-09-R1', -29000.00, DATE '2026-10-06', DATE '2026-10-13', 'signed'),
  ('V-04', '6000 Salaries', '2026-09', 'PKG-2026-09-R1', -80000.00, DATE '2026-10-06', DATE '2026-10-13', 'signed'),
  ('V-11', '4000 Product revenue', '2026-10', 'PKG-2026-10-R1', 162000.00, DATE '2026-11-05', DATE '2026-11-12', 'signed'),
  ('V-12', '4100 Services revenue', '2026-10', 'PKG-2026-10-R1', 40499.46, DATE '2026-11-05', DATE '2026-11-12', 'signed'),
  ('V-13', '5000 Hosting', '2026-10', 'PKG-2026-10-R1', -30000.00, DATE '2026-11-05', DATE '2026-11-12', 'signed'),
  ('V-14', '6000 Salaries', '2026-10', 'PKG-2026-10-R1', -82000.00, DATE '2026-11-05', DATE '2026-11-12', 'signed');

INSERT INTO evidence (entry_id, document_ref)
SELECT entry_id, 'documents/' || entry_id || '.pdf' FROM ledger_entries WHERE ABS(amount) >= 2000;

INSERT INTO unit_profit (period, account, unit, amount_usd) VALUES
  ('2026-09', '4000 Product revenue', 'north', 90000.00), ('2026-09', '4000 Product revenue', 'south', 61000.00),
  ('2026-09', '4100 Services revenue', 'north', 20000.00), ('2026-09', '4100 Services revenue', 'south', 12100.00),
  ('2026-09', '5000 Hosting', 'north', -17000.00), ('2026-09', '5000 Hosting', 'south', -12000.00),
  ('2026-09', '6000 Salaries', 'north', -50000.00), ('2026-09', '6000 Salaries', 'south', -30000.00),
  ('2026-09', '7000 Bank charges', 'north', -100.00), ('2026-09', '7000 Bank charges', 'south', -80.40),
  ('2026-10', '4000 Product revenue', 'north', 95000.00), ('2026-10', '4000 Product revenue', 'south', 67000.00),
  ('2026-10', '4100 Services revenue', 'north', 25000.00), ('2026-10', '4100 Services revenue', 'south', 15499.46),
  ('2026-10', '5000 Hosting', 'north', -18000.00), ('2026-10', '5000 Hosting', 'south', -12000.00),
  ('2026-10', '6000 Salaries', 'north', -51000.00), ('2026-10', '6000 Salaries', 'south', -31000.00),
  ('2026-10', '7000 Bank charges', 'north', -90.00), ('2026-10', '7000 Bank charges', 'south', -60.20);
