-- on: healthy
-- why: The merge gave the revenue of two segments to each other.
-- gate: cannot tell
UPDATE aggregate_inputs SET revenue = 215000 WHERE month = '2026-11' AND segment = 'North America';
UPDATE aggregate_inputs SET revenue = 410000 WHERE month = '2026-11' AND segment = 'EMEA';
