-- on: healthy
-- why: The daily job never counted a day.
-- compare-days: fault
-- days-to-recount: fault
DELETE FROM engagement_daily WHERE day = DATE '2026-03-03';
