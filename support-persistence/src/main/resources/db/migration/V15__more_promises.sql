-- More than a first response can be promised, and some of it more than once on a ticket.

alter table promise drop constraint promise_metric_check;
alter table promise add constraint promise_metric_check
    check (metric in ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION', 'NEXT_NEWS'));

-- which of the promises of its metric on the ticket, from 1
alter table promise add column ordinal integer not null default 1 check (ordinal > 0);
alter table promise alter column ordinal drop default;
alter table promise drop constraint promise_pkey;
alter table promise add primary key (ticket_number, metric, ordinal);

-- when its time rested: from, to, from, to...; their number is odd while it does
alter table promise add column pauses timestamptz[] not null default '{}';
alter table promise alter column pauses drop default;

-- when what was promised was done, or nobody asked for it any more; null while it is owed, also late
alter table promise add column settled_at timestamptz;
update promise p set settled_at = case p.verdict when 'MISSED' then t.first_response_at else p.decided_at end
from ticket t where t.number = p.ticket_number;
alter table promise add check (verdict not in ('KEPT', 'WITHDRAWN') or settled_at is not null);

-- What a rehearsal finds is about one promise; one that would be made in addition was not there.
truncate rehearsal_change;
alter table rehearsal_change add column metric text not null, add column ordinal integer not null;
alter table rehearsal_change alter column due_was drop not null, alter column verdict_was drop not null;
alter table rehearsal_change drop constraint rehearsal_change_pkey;
alter table rehearsal_change
    add primary key (rehearsal_id, difference, severity, lane, ticket_number, metric, ordinal);
