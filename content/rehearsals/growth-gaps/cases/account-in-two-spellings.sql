-- on: healthy
-- why: From 5 March on the source spells an account in capitals, so it is counted twice.
-- check-days: cannot tell
-- verify-days: cannot tell
INSERT INTO subscription_updates VALUES (200, 'A01', DATE '2026-03-05', 'active');
INSERT INTO license_changes VALUES (201, 'A01', DATE '2026-03-05', 45);
DELETE FROM account_status_daily WHERE day >= DATE '2026-03-03';
INSERT INTO account_status_daily SELECT CAST(d.day AS DATE), s.account_id, s.status, l.seats FROM generate_series(DATE '2026-03-03', DATE '2026-03-08', INTERVAL '1' DAY) AS d (day)
JOIN subscription_spans s ON s.from_day <= d.day AND (s.until_day IS NULL OR s.until_day > d.day)
JOIN license_spans l ON l.account_id = s.account_id AND l.from_day <= d.day AND (l.until_day IS NULL OR l.until_day > d.day);
UPDATE growth_daily SET active_accounts = x.accounts, active_seats = x.seats
FROM (SELECT day, SUM(CASE WHEN status = 'active' THEN 1 ELSE 0 END) AS accounts, SUM(CASE WHEN status = 'active' THEN seats ELSE 0 END) AS seats FROM account_status_daily GROUP BY day) x WHERE x.day = growth_daily.day;
