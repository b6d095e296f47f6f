-- Words by which the desk finds its tickets; as the events of the tickets tell it.
create table tag (
    name text primary key check (char_length(name) between 1 and 40 and name = lower(name))
);
create table ticket_tag (
    ticket_number bigint not null references ticket on delete cascade,
    tag           text   not null references tag,
    primary key (ticket_number, tag)
);
create index ticket_tag_tag on ticket_tag (tag, ticket_number);
