-- on: healthy
-- why: The package has no entry of a small account.
-- changes-since-handover: fault
-- verify-handover: fault
DELETE FROM handover_package WHERE entry_id = 'L-107';
