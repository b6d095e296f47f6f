-- What somebody has done to several tickets at once, kept for a day: a form that arrives twice does it once, what became of each
-- ticket can be read, and what can be taken back is.
create table bulk (
    person_id bigint      not null references person on delete cascade,
    nonce     uuid        not null,
    deed      text        not null,
    -- whom, which tag, status or macro
    value     text,
    -- of the macro, as it was read
    version   integer     not null default 0,
    done_at   timestamptz not null,
    primary key (person_id, nonce)
);

create table bulk_ticket (
    person_id      bigint      not null,
    nonce          uuid        not null,
    place          integer     not null,
    -- as somebody has chosen it: there may be none
    ticket_number  bigint      not null,
    seen           integer     not null,
    fate           text        not null,
    undone         text,
    -- what is left on the ticket, as far as it can be taken back
    version        integer,
    handed         boolean     not null default false,
    handed_from    bigint,
    tagged         text[]      not null default '{}',
    untagged       text[]      not null default '{}',
    status_from    text,
    status_to      text,
    answer_awaited boolean     not null default false,
    turn_since     timestamptz,
    answered       boolean     not null default false,
    primary key (person_id, nonce, ticket_number),
    foreign key (person_id, nonce) references bulk on delete cascade
);
