-- on: healthy
-- why: Two segments have each other's figures at every stage.
-- gate: cannot tell
UPDATE input_reports SET segment = CASE segment WHEN 'EMEA' THEN 'APAC' ELSE 'EMEA' END WHERE month = '2026-11' AND segment IN ('EMEA','APAC');
UPDATE input_staged SET segment = CASE segment WHEN 'EMEA' THEN 'APAC' ELSE 'EMEA' END WHERE month = '2026-11' AND segment IN ('EMEA','APAC');
UPDATE aggregate_inputs SET segment = CASE segment WHEN 'EMEA' THEN 'APAC' ELSE 'EMEA' END WHERE month = '2026-11' AND segment IN ('EMEA','APAC');
