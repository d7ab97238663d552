-- on: healthy
-- why: Asked, and no date was agreed.
-- gate: cannot tell
UPDATE verification_requests SET status = 'sent', due_on = NULL WHERE request_id = 'V-13';
