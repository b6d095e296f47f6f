-- Taking out a person's data, and forgetting them, ask for the reasons that the person gave: a few among all that ever happened.
-- Built beside what goes on; one that broke off is begun anew.
drop index concurrently if exists ticket_event_reason_of_actor;
create index concurrently ticket_event_reason_of_actor on ticket_event (actor_id) where data ->> 'reason' <> '';
