-- on: healthy
-- why: The whole side has the wrong sign.
-- gate: fault or cannot tell
UPDATE aggregate_inputs SET revenue = -revenue WHERE month = '2026-11';
