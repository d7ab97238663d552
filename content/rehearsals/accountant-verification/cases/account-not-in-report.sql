-- on: healthy
-- why: An account was asked and signed, and is not in the report.
-- gate: fault
DELETE FROM report_figures WHERE account = '5000 Hosting' AND period = '2026-10';
