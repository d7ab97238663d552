-- on: healthy
-- why: A figure is in the report twice.
-- gate: fault
INSERT INTO report_figures (account, period, amount_usd) VALUES ('5000 Hosting', '2026-10', -30000);
