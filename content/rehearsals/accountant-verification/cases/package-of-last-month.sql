-- on: healthy
-- why: A request names the package of last month.
-- gate: cannot tell
UPDATE verification_requests SET package_id = 'PKG-2026-09-R1' WHERE request_id = 'V-12';
