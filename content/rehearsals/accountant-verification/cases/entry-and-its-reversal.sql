-- on: healthy
-- why: After the signature an entry and its reversal were posted.
-- gate: fault
-- changes-since-handover: fault
INSERT INTO ledger_entries VALUES ('L-140', '5000 Hosting', '2026-10', TIMESTAMP '2026-11-14 10:00:00', 'USD', -9000), ('L-141', '5000 Hosting', '2026-10', TIMESTAMP '2026-11-14 10:00:00', 'USD', 9000);
