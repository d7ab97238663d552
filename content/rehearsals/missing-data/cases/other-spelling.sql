-- on: healthy
-- why: Staging has the segment in small letters.
-- find-lost-values: fault or cannot tell
-- gate: fault or cannot tell
-- repair: refused
UPDATE input_staged SET segment = 'emea' WHERE month = '2026-11' AND segment = 'EMEA';
