-- on: healthy
-- why: Asked, and the answer is due next week: it waits, and may not be published.
-- gate: fault
UPDATE verification_requests SET status = 'sent', due_on = DATE '2026-11-27' WHERE request_id = 'V-13';
