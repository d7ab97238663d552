-- on: fault
-- why: A correction was sent as a second row.
-- repair: refused
-- gate: fault or cannot tell
INSERT INTO input_reports (month, segment, measure, value_text) VALUES ('2026-11', 'APAC', 'licenses', '1,260');
