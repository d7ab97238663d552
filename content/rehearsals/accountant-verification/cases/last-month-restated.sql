-- on: healthy
-- why: An entry was posted to September after its signature: the report still shows the old September.
-- gate: cannot tell
INSERT INTO ledger_entries VALUES ('L-090', '5000 Hosting', '2026-09', TIMESTAMP '2026-11-14 10:00:00', 'USD', -9000);
