-- on: healthy
-- why: A segment has another name since this month.
-- gate: cannot tell
-- find-lost-values: fault
UPDATE input_reports SET segment = 'Asia' WHERE month = '2026-11' AND segment = 'APAC';
UPDATE input_staged SET segment = 'Asia' WHERE month = '2026-11' AND segment = 'APAC';
UPDATE aggregate_inputs SET segment = 'Asia' WHERE month = '2026-11' AND segment = 'APAC';
