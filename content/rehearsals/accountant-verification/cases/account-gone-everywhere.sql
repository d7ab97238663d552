-- on: healthy
-- why: An account of last month is gone from the ledger, the report, the requests and the package.
-- gate: cannot tell
DELETE FROM ledger_entries WHERE account = '5000 Hosting' AND period = '2026-10';
DELETE FROM report_figures WHERE account = '5000 Hosting' AND period = '2026-10';
DELETE FROM verification_requests WHERE account = '5000 Hosting' AND period = '2026-10';
DELETE FROM handover_package WHERE account = '5000 Hosting' AND period = '2026-10';
