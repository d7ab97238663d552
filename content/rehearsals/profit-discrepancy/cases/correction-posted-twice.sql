-- on: healthy
-- why: A negative correction is posted twice after the filing, under two numbers: both copies have it.
-- compare-filing: fault
INSERT INTO ledger_entries VALUES ('L-110', '4100 Services revenue', '2026-10', TIMESTAMP '2026-10-28 10:00:00', 'USD', -2700.54), ('L-111', '4100 Services revenue', '2026-10', TIMESTAMP '2026-10-28 10:00:00', 'USD', -2700.54);
INSERT INTO profit_lines VALUES ('L-110', '4100 Services revenue', '2026-10', -2700.54), ('L-111', '4100 Services revenue', '2026-10', -2700.54);
