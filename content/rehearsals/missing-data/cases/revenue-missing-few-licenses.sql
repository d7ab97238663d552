-- on: healthy
-- why: The revenue of a segment with few licenses is missing: money is weighed too.
-- gate: fault
INSERT INTO input_reports (month, segment, measure, value_text) VALUES ('2026-10', 'Enterprise', 'revenue', '5000000'), ('2026-10', 'Enterprise', 'licenses', '60'), ('2026-11', 'Enterprise', 'revenue', 'NA'), ('2026-11', 'Enterprise', 'licenses', '60');
INSERT INTO input_staged (month, segment, measure, value) VALUES ('2026-10', 'Enterprise', 'revenue', 5000000), ('2026-10', 'Enterprise', 'licenses', 60), ('2026-11', 'Enterprise', 'revenue', NULL), ('2026-11', 'Enterprise', 'licenses', 60);
INSERT INTO aggregate_inputs (month, segment, revenue, licenses) VALUES ('2026-10', 'Enterprise', 5000000, 60), ('2026-11', 'Enterprise', NULL, 60);
