-- What happened since a reader last looked; empty at first, since only new events name their transaction.
drop index concurrently if exists ticket_event_written;
create index concurrently ticket_event_written on ticket_event (written_in) where written_in is not null;
