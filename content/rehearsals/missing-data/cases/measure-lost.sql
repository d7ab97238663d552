-- on: healthy
-- why: The measure of a staged row is NULL.
-- gate: fault or cannot tell
-- find-lost-values: fault or cannot tell
UPDATE input_staged SET measure = NULL WHERE month = '2026-11' AND segment = 'APAC' AND measure = 'licenses';
