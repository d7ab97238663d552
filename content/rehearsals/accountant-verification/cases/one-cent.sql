-- on: healthy
-- why: A figure of the report is a cent above what was signed.
-- gate: fault
UPDATE report_figures SET amount_usd = amount_usd + 0.01 WHERE account = '6000 Salaries' AND period = '2026-10';
