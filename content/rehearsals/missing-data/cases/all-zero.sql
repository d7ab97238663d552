-- on: healthy
-- why: All licenses of the month are 0 in the merge.
-- gate: fault or cannot tell
UPDATE aggregate_inputs SET licenses = 0 WHERE month = '2026-11';
