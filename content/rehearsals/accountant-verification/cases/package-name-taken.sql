-- on: fault
-- why: The name of the new package is taken.
-- freeze: refused
INSERT INTO handover_package (package_id, entry_id, account, period, amount_usd) VALUES ('PKG-2026-10-R2', 'L-101', 'x', '2026-10', 1);
