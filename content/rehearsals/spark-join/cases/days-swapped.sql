-- on: healthy
-- why: Two merged days have each other's figures.
-- verify-merge: fault
UPDATE activity_by_segment SET day = CASE WHEN day = DATE '2026-03-02' THEN DATE '2026-03-03' WHEN day = DATE '2026-03-03' THEN DATE '2026-03-02' ELSE day END;
