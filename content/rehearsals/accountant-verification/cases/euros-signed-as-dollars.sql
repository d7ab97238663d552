-- on: healthy
-- why: The amounts in euros were signed as dollars.
-- gate: cannot tell
UPDATE ledger_entries SET currency = 'USD' WHERE period = '2026-10';
UPDATE profit_lines SET amount_usd = e.usd FROM ledger_usd e WHERE e.entry_id = profit_lines.entry_id;
UPDATE handover_package SET amount_usd = e.usd FROM ledger_usd e WHERE e.entry_id = handover_package.entry_id;
UPDATE report_figures SET amount_usd = 37499.50 WHERE account LIKE '4100%' AND period = '2026-10';
UPDATE verification_requests SET amount_usd = 37499.50 WHERE request_id = 'V-12';
