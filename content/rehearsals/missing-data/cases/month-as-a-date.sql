-- on: healthy
-- why: The merge writes the month of one segment as a date.
-- gate: fault or cannot tell
-- find-lost-values: fault or cannot tell
UPDATE aggregate_inputs SET month = '2026-11-01' WHERE month = '2026-11' AND segment = 'APAC';
