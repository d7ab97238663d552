-- on: healthy
-- why: An account was cancelled, and goes on under a new number.
-- check-days: ok
-- verify-days: ok
-- which-step: ok
INSERT INTO subscription_updates VALUES (50, 'a05', DATE '2026-03-06', 'cancelled'), (51, 'b05', DATE '2026-03-06', 'active');
INSERT INTO license_changes VALUES (52, 'b05', DATE '2026-03-06', 90);
DELETE FROM account_status_daily WHERE day >= DATE '2026-03-06';
INSERT INTO account_status_daily SELECT CAST(d.day AS DATE), s.account_id, s.status, l.seats FROM generate_series(DATE '2026-03-06', DATE '2026-03-08', INTERVAL '1' DAY) AS d (day) JOIN subscription_spans s ON s.from_day <= d.day AND (s.until_day IS NULL OR s.until_day > d.day) JOIN license_spans l ON l.account_id = s.account_id AND l.from_day <= d.day AND (l.until_day IS NULL OR l.until_day > d.day);
UPDATE growth_daily SET active_accounts = x.accounts, active_seats = x.seats FROM (SELECT day, SUM(CASE WHEN status = 'active' THEN 1 ELSE 0 END) AS accounts, SUM(CASE WHEN status = 'active' THEN seats ELSE 0 END) AS seats FROM account_status_daily GROUP BY day) x WHERE x.day = growth_daily.day;
