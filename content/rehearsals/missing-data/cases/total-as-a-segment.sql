-- on: healthy
-- why: The owner sends the total as one more segment.
-- gate: cannot tell
INSERT INTO input_reports VALUES ('2026-11', 'Total', 'revenue', '734100.50'), ('2026-11', 'Total', 'licenses', '9125');
INSERT INTO input_staged VALUES ('2026-11', 'Total', 'revenue', 734100.50), ('2026-11', 'Total', 'licenses', 9125);
INSERT INTO aggregate_inputs VALUES ('2026-11', 'Total', 734100.50, 9125);
