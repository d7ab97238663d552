-- on: healthy
-- why: The accountant signed an amount in thousands.
-- gate: cannot tell
UPDATE verification_requests SET amount_usd = 162 WHERE request_id = 'V-11';
