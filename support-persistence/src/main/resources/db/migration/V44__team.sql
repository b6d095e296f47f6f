-- Who of the desk knows which apps and is given what waits; when they are away; and what they took as the next of the queue.

-- without a row: agents are given waiting tickets, leads and admins are not
create table team_member (
    person_id bigint  primary key references person on delete cascade,
    given     boolean not null
);

-- without any row: taken to know all
create table team_skill (
    person_id bigint not null references person on delete cascade,
    app_id    bigint not null references app on delete cascade,
    primary key (person_id, app_id)
);
create index team_skill_app on team_skill (app_id);

-- days of the desk's zone, both ends included
create table absence (
    id        bigint generated always as identity primary key,
    person_id bigint not null references person on delete cascade,
    first_day date   not null,
    last_day  date   not null,
    check (last_day >= first_day and last_day < first_day + 400)
);
create index absence_of_person on absence (person_id, last_day);

-- a form that arrives twice takes one ticket, as long as nothing has happened to it since
create table taken_next (
    person_id     bigint      not null references person on delete cascade,
    nonce         uuid        not null,
    ticket_number bigint      not null references ticket on delete cascade,
    version       integer     not null,
    taken_at      timestamptz not null,
    primary key (person_id, nonce)
);
create index taken_next_ticket on taken_next (ticket_number);
