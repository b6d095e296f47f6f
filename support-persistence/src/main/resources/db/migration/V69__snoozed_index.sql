-- The few that are set aside are counted without looking at what is open.
-- Built beside what goes on, since an instance of before may still be at work; one that broke off is begun anew.
drop index concurrently if exists ticket_snoozed;
create index concurrently ticket_snoozed on ticket (snoozed_until) where snoozed_until is not null;
