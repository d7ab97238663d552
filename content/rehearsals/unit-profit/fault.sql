UPDATE unit_profit SET amount_usd = amount_usd + 2000 WHERE period = '2026-10' AND account = '5000 Hosting' AND unit = 'north';
