-- on: healthy
-- why: A request that is signed was sent on a day that has not come.
-- gate: cannot tell
UPDATE verification_requests SET sent_on = DATE '2026-12-24' , due_on = DATE '2026-12-29' WHERE request_id = 'V-13';
