-- What somebody is writing on a ticket: theirs alone, until it is sent or thrown away.
create table draft (
    ticket_number bigint      not null references ticket on delete cascade,
    person_id     bigint      not null references person on delete cascade,
    -- a note for the desk; else what the customer is to read
    internal      boolean     not null,
    body          text        not null check (char_length(body) between 1 and 50000),
    -- the status the ticket is to go on with
    next_status   text,
    -- the day of the next news, as it was typed
    news_by       text        not null default '' check (char_length(news_by) <= 40),
    -- of the form: files are staged under it, and what was sent with it is no draft any more
    nonce         uuid        not null,
    -- the version of the ticket that it was written on
    seen          integer     not null,
    saved_at      timestamptz not null,
    primary key (ticket_number, person_id, internal)
);
create index draft_of_person on draft (person_id);

-- Which version of the ticket came of it: so that a page which the ticket has outrun can say what is new. Null for what
-- happened before versions were kept with events.
alter table ticket_event add column version integer;
