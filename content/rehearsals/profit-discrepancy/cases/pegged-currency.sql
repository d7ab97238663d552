-- on: healthy
-- why: The dirham is tied to the dollar, so its rate has not moved.
-- find-differences: ok
-- verify-periods: ok
INSERT INTO fx_rates VALUES ('AED', '2026-09', 0.272294), ('AED', '2026-10', 0.272294);
INSERT INTO ledger_entries VALUES ('L-150', '4100 Services revenue', '2026-10', TIMESTAMP '2026-10-22 10:00:00', 'AED', 1000.00);
INSERT INTO profit_lines VALUES ('L-150', '4100 Services revenue', '2026-10', 272.29);
