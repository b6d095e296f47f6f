-- How fast the desk answers is read from the answers of some weeks: without looking at all events there ever were.
drop index concurrently if exists ticket_event_answers;
create index concurrently ticket_event_answers on ticket_event (happened_at, actor_id) where kind = 'DESK_REPLIED';
