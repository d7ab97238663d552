-- October and November 2026, complete at every stage.
INSERT INTO input_reports (month, segment, measure, value_text) VALUES
  ('2026-10', 'North America', 'revenue', '402,000.00'), ('2026-10', 'North America', 'licenses', '5100'),
  ('2026-10', 'EMEA', 'revenue', '210000.00'), ('2026-10', 'EMEA', 'licenses', '2,500'),
  ('2026-10', 'APAC', 'revenue', '98000.50'), ('2026-10', 'APAC', 'licenses', '1,210'),
  ('2026-10', 'Partners', 'revenue', '8000.00'), ('2026-10', 'Partners', 'licenses', '80'),
  ('2026-11', 'North America', 'revenue', '410,000.00'), ('2026-11', 'North America', 'licenses', '5200'),
  ('2026-11', 'EMEA', 'revenue', '215000.00'), ('2026-11', 'EMEA', 'licenses', '2600'),
  ('2026-11', 'APAC', 'revenue', '101000.50'), ('2026-11', 'APAC', 'licenses', '1,240'),
  ('2026-11', 'Partners', 'revenue', '8100.00'), ('2026-11', 'Partners', 'licenses', '85');

INSERT INTO input_staged (month, segment, measure, value)
SELECT month, segment, measure, CAST(REPLACE(value_text, ',', '') AS DECIMAL(18,2)) FROM input_reports;

INSERT INTO aggregate_inputs (month, segment, revenue, licenses)
SELECT r.month, r.segment, r.value, CAST(l.value AS INTEGER)
FROM input_staged r JOIN input_staged l ON l.month = r.month AND l.segment = r.segment
WHERE r.measure = 'revenue' AND l.measure = 'licenses';
