-- on: healthy
-- why: The state of a request ends with a blank.
-- gate: cannot tell
UPDATE verification_requests SET status = 'signed ' WHERE request_id = 'V-13';
