-- on: fault
-- why: The owner writes the decimal point as a comma: the fix must not read 12,40 as 1240.
-- repair: refused or done
-- find-lost-values: fault
UPDATE input_reports SET value_text = '12,40' WHERE month = '2026-11' AND segment = 'APAC' AND measure = 'licenses';
