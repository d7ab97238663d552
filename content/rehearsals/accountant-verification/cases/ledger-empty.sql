-- on: fault
-- why: The replica of the ledger is empty.
-- freeze: refused
-- changes-since-handover: cannot tell or fault
-- missing-evidence: cannot tell
-- gate: cannot tell or fault
DELETE FROM ledger_entries;
