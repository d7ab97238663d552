-- on: healthy
-- why: An entry of the signed package was replaced by another of the same amount.
-- gate: fault
-- changes-since-handover: fault
UPDATE handover_package SET entry_id = 'L-999' WHERE entry_id = 'L-102' AND package_id = 'PKG-2026-10-R1';
