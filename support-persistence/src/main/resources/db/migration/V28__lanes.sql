-- A ticket leaves the Fast Lane when the partner ends, and enters it when one becomes active: the lane of a promise is the
-- one that it was given in, the lane of a ticket the one that it takes now.

alter table promise add column lane text check (lane in ('STANDARD', 'FAST_LANE'));
update promise p set lane = t.lane from ticket t where t.number = p.ticket_number;
alter table promise alter column lane set not null;

-- where its ticket stands in the queue while it is in the Fast Lane; what was promised before that was so stands by due time
alter table promise add column lane_at timestamptz;
update promise set lane_at = due_at;
alter table promise alter column lane_at set not null;

-- how long people of the desk take for an answer is measured by when they gave one after the other
create index ticket_event_answers on ticket_event (happened_at, actor_id) where kind = 'DESK_REPLIED';
