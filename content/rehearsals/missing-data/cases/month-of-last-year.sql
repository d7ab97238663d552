-- on: healthy
-- why: The inputs of the month have the year before.
-- gate: fault
-- find-lost-values: fault
UPDATE input_reports SET month = '2025-11' WHERE month = '2026-11';
UPDATE input_staged SET month = '2025-11' WHERE month = '2026-11';
UPDATE aggregate_inputs SET month = '2025-11' WHERE month = '2026-11';
