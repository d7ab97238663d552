-- on: healthy
-- why: Activity of a day came after its merge.
-- verify-merge: fault
INSERT INTO activity VALUES (900, DATE '2026-03-02', 'A-02', 4), (901, DATE '2026-03-02', 'A-05', 1);
