-- on: healthy
-- why: A version of next year does not count yet.
-- build-side: fault or cannot tell
INSERT INTO accounts (account_id, segment, valid_from) VALUES ('A-01', 'large', DATE '2099-01-01');
