-- on: healthy
-- why: A segment sent its licenses as revenue, and its revenue as licenses.
-- gate: cannot tell
UPDATE input_reports SET measure = CASE measure WHEN 'revenue' THEN 'licenses' ELSE 'revenue' END WHERE month = '2026-11' AND segment = 'Partners';
DELETE FROM input_staged WHERE month = '2026-11' AND segment = 'Partners';
INSERT INTO input_staged SELECT month, segment, measure, value FROM input_reported WHERE month = '2026-11' AND segment = 'Partners';
UPDATE aggregate_inputs SET revenue = 85, licenses = 8100 WHERE month = '2026-11' AND segment = 'Partners';
