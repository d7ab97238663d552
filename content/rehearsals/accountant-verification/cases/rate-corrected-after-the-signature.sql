-- on: healthy
-- why: A rate was corrected after the signature, and the report was built again.
-- gate: fault
-- changes-since-handover: fault
UPDATE fx_rates SET rate_to_usd = 1.10 WHERE currency = 'EUR' AND period = '2026-10';
UPDATE report_figures SET amount_usd = (SELECT SUM(usd) FROM ledger_usd WHERE account = '4100 Services revenue' AND period = '2026-10') WHERE account = '4100 Services revenue' AND period = '2026-10';
