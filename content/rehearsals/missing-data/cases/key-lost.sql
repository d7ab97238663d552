-- on: healthy
-- why: The segment of a row is NULL.
-- gate: cannot tell or fault
-- find-lost-values: fault or cannot tell
UPDATE aggregate_inputs SET segment = NULL WHERE month = '2026-11' AND segment = 'North America';
