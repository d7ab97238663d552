-- on: healthy
-- why: A segment was opened.
-- verify-merge: ok
-- build-side: ok
INSERT INTO accounts VALUES ('A-07', 'startup', DATE '2026-03-03');
INSERT INTO activity VALUES (900, DATE '2026-03-03', 'A-07', 3), (901, DATE '2026-03-03', 'A-07', 2);
INSERT INTO activity_by_segment VALUES (DATE '2026-03-03', 'startup', 2, 5);
