-- on: healthy
-- why: The daily job ran twice and appended.
-- compare-days: fault
-- recount: done
INSERT INTO engagement_daily SELECT * FROM engagement_daily WHERE day = DATE '2026-03-03';
