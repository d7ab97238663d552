-- on: fault
-- why: The incident has repaired this period before.
-- rebuild: refused
INSERT INTO profit_repairs (incident, period, part, entry_id) VALUES ('inc42', '2026-10', 'old', 'L-101');
