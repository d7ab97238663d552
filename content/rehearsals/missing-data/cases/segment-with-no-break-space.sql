-- on: healthy
-- why: The merge has a segment with a no-break space in its name.
-- gate: cannot tell
-- find-lost-values: fault
UPDATE aggregate_inputs SET segment = 'North' || CHR(160) || 'America' WHERE month = '2026-11' AND segment = 'North America';
