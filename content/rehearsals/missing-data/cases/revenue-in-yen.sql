-- on: healthy
-- why: One segment sent its revenue in yen.
-- gate: cannot tell
UPDATE input_reports SET value_text = '15150075' WHERE month = '2026-11' AND segment = 'APAC' AND measure = 'revenue';
UPDATE input_staged SET value = 15150075 WHERE month = '2026-11' AND segment = 'APAC' AND measure = 'revenue';
UPDATE aggregate_inputs SET revenue = 15150075 WHERE month = '2026-11' AND segment = 'APAC';
