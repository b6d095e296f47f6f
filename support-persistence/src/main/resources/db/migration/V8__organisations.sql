-- Who manages whom, and who was asked to a single ticket.

-- people who see one ticket, and get its letters, though they neither raised it nor see their colleagues' tickets
create table ticket_participant (
    ticket_number bigint      not null references ticket on delete cascade,
    person_id     bigint      not null references person on delete cascade,
    added_by      bigint references person on delete set null,
    added_at      timestamptz not null,
    primary key (ticket_number, person_id)
);
create index ticket_participant_person on ticket_participant (person_id, ticket_number);

-- an invitation by somebody who does not manage the organisation: the newcomer waits for one who does
alter table link add column needs_approval boolean not null default false;
create index link_invitation on link (organisation_id) where purpose = 'INVITATION';

-- lists of people and organisations are in the order of their names
create index person_by_name on person (lower(name), id);
create index organisation_by_name on organisation (lower(name), id);
