-- on: healthy
-- why: Signed, but the amount of the request is empty.
-- gate: fault or cannot tell
UPDATE verification_requests SET amount_usd = NULL WHERE account LIKE '4000%';
