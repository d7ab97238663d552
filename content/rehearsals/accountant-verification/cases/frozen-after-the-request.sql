-- on: healthy
-- why: The package was frozen two weeks after the request was sent.
-- gate: cannot tell
UPDATE handover_package SET frozen_at = TIMESTAMP '2026-11-19 09:00:00' WHERE package_id = 'PKG-2026-10-R1';
