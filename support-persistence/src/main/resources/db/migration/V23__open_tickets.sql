-- A customer's list begins with what is open, the newest first: without looking at all that was ever closed.
-- Built beside what goes on, since an instance of before may still be at work; one that broke off is begun anew.
drop index concurrently if exists ticket_open_of_organisation;
create index concurrently ticket_open_of_organisation on ticket (organisation_id, number desc) where queue_band is not null;
