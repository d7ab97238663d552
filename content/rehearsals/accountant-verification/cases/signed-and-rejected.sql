-- on: healthy
-- why: Signed and rejected on one day.
-- gate: cannot tell or fault
INSERT INTO verification_requests (request_id, account, period, package_id, amount_usd, sent_on, due_on, status) VALUES ('V-15', '5000 Hosting', '2026-10', 'PKG-2026-10-R1', -30000, DATE '2026-11-05', DATE '2026-11-12', 'rejected');
