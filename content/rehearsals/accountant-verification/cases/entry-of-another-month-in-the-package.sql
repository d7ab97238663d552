-- on: healthy
-- why: The signed package also has an entry of September.
-- gate: fault or cannot tell
-- changes-since-handover: fault
INSERT INTO handover_package VALUES ('PKG-2026-10-R1', 'L-001', '4000 Product revenue', '2026-09', 10.00, TIMESTAMP '2026-11-05 09:00:00');
