-- A customer's list begins with what is open, the newest first: without looking at all that was ever closed.
create index ticket_open_of_organisation on ticket (organisation_id, number desc) where queue_band is not null;
