-- on: healthy
-- why: An entry of November is booked in October: rebuilding October moves it and loses nothing.
-- rebuild: done
-- find-differences: fault
INSERT INTO ledger_entries (entry_id, account, period, posted_at, currency, amount) VALUES ('L-201', '4000 Product revenue', '2026-11', TIMESTAMP '2026-11-02 10:00:00', 'USD', 118000.00);
INSERT INTO profit_lines (entry_id, account, period, amount_usd) VALUES ('L-201', '4000 Product revenue', '2026-10', 118000.00);
INSERT INTO fx_rates (currency, period, rate_to_usd) VALUES ('USD', '2026-11', 1);
