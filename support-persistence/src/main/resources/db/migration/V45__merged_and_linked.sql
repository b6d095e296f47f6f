-- A ticket that was merged goes on in another: its number leads there, and what was written on it stands there.

-- always the ticket where it goes on now: when that is merged too, this follows
alter table ticket add column merged_into bigint references ticket;
create index ticket_merged_into on ticket (merged_into) where merged_into is not null;

-- the ticket on which it was written, where it stands on another now, or is a copy of what stands there
alter table message add column moved_from bigint;

-- how tickets stand to each other, as their events tell it; each side has its row
create table ticket_link (
    ticket_number bigint not null references ticket on delete cascade,
    other_number  bigint not null references ticket on delete cascade,
    relation      text   not null check (relation in ('RELATED', 'DUPLICATE_OF', 'ORIGINAL_OF')),
    primary key (ticket_number, other_number)
);
create index ticket_link_other on ticket_link (other_number);
