-- on: fault
-- why: The incident has repaired days before.
-- rebuild: refused
INSERT INTO growth_repairs (incident, part, day) VALUES ('inc42', 'old', DATE '2026-02-01');
