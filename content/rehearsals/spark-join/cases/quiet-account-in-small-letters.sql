-- on: healthy
-- why: The sales tool wrote the id of a new customer in small letters, and that customer has clicked nothing yet.
-- not-noticed: An account without activity whose id is spelled in another way
-- build-side: ok
INSERT INTO accounts (account_id, segment, valid_from) VALUES ('a-07', 'small', DATE '2026-03-01');
