-- on: healthy
-- why: The sign of an account was turned before it was frozen, reported and signed.
-- gate: cannot tell
-- verify-handover: fault
UPDATE ledger_entries SET amount = -amount WHERE account LIKE '5000%' AND period = '2026-10';
UPDATE profit_lines SET amount_usd = -amount_usd WHERE account LIKE '5000%' AND period = '2026-10';
UPDATE handover_package SET amount_usd = -amount_usd WHERE account LIKE '5000%' AND period = '2026-10';
UPDATE report_figures SET amount_usd = -amount_usd WHERE account LIKE '5000%' AND period = '2026-10';
UPDATE verification_requests SET amount_usd = -amount_usd WHERE account LIKE '5000%' AND period = '2026-10';
