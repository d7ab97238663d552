-- on: healthy
-- why: Two entries of a signed account were changed by the same amount in opposite directions: the package is void.
-- gate: fault
-- changes-since-handover: fault
UPDATE ledger_entries SET amount = amount + 5000 WHERE entry_id = 'L-101';
UPDATE ledger_entries SET amount = amount - 5000 WHERE entry_id = 'L-102';
