-- on: healthy
-- why: The seats fell by two fifths in a day, and were merged.
-- compare-days: cannot tell
UPDATE growth_daily SET active_seats = active_seats * 0.6 WHERE day >= DATE '2026-11-24';
UPDATE aggregate_daily SET active_seats = g.active_seats FROM growth_daily g WHERE g.day = aggregate_daily.day;
