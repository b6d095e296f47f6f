-- Whom notes name, until they have seen to it: of each ticket the newest.
create table mention (
    person_id       bigint not null references person (id),
    ticket_number   bigint not null references ticket (number),
    by_id           bigint not null references person (id),
    mentioned_at    timestamptz not null,
    primary key (person_id, ticket_number)
);
create index mention_newest on mention (person_id, mentioned_at desc, ticket_number desc);
