-- on: healthy
-- why: The state is a word that nobody knows.
-- gate: cannot tell
UPDATE verification_requests SET status = 'withdrawn' WHERE request_id = 'V-13';
