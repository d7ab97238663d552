-- on: healthy
-- why: Two requests have one number.
-- gate: cannot tell
UPDATE verification_requests SET request_id = 'V-11' WHERE request_id = 'V-12';
