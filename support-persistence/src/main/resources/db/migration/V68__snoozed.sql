-- A ticket that somebody of the desk has set aside: it leaves the queue until then. Null: it was not.
alter table ticket add column snoozed_until timestamptz;
