-- on: healthy
-- why: A segment is new this month, and complete.
-- gate: ok
-- find-lost-values: ok
INSERT INTO input_reports (month, segment, measure, value_text) VALUES ('2026-11', 'Public sector', 'revenue', '5000'), ('2026-11', 'Public sector', 'licenses', '40');
INSERT INTO input_staged (month, segment, measure, value) VALUES ('2026-11', 'Public sector', 'revenue', 5000), ('2026-11', 'Public sector', 'licenses', 40);
INSERT INTO aggregate_inputs (month, segment, revenue, licenses) VALUES ('2026-11', 'Public sector', 5000, 40);
