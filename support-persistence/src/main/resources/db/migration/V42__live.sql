-- Which transaction wrote an event. Numbers of rows are drawn before a transaction ends, so that a later one may be there first: who
-- reads on "after the last number" loses events. By its transaction an event is new to a reader or it is not. Events from before
-- are new to nobody.
alter table ticket_event add column written_in xid8;
alter table ticket_event alter column written_in set default pg_current_xact_id();

-- Who looks at a ticket at this moment, and who writes, as each instance of the desk knows it. Of no worth after a crash, therefore
-- unlogged; without references, which would write into the rows of tickets.
create unlogged table presence (
    instance      uuid        not null,
    ticket_number bigint      not null,
    person_id     bigint      not null,
    writing       boolean     not null,
    until         timestamptz not null,
    primary key (ticket_number, person_id, instance)
);
