-- on: healthy
-- why: One account has 10,000 too much in the report and another 10,000 too little.
-- gate: fault
-- verify-handover: fault
UPDATE report_figures SET amount_usd = amount_usd + 10000 WHERE account = '4000 Product revenue' AND period = '2026-10';
UPDATE report_figures SET amount_usd = amount_usd - 10000 WHERE account = '4100 Services revenue' AND period = '2026-10';
