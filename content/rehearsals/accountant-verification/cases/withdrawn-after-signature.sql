-- on: healthy
-- why: A signature was withdrawn.
-- gate: cannot tell
INSERT INTO verification_requests VALUES ('V-21', '5000 Hosting', '2026-10', 'PKG-2026-10-R1', -30000.00, DATE '2026-11-18', DATE '2026-11-25', 'withdrawn');
