-- on: fixed
-- why: A new package is frozen and nobody has sent it: the question is about the package that the accountant has.
-- changes-since-handover: fault
SELECT 1;
