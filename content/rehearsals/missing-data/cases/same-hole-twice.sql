-- on: healthy
-- why: The same hole was there last month.
-- gate: cannot tell or fault
UPDATE aggregate_inputs SET licenses = NULL WHERE segment = 'North America';
