-- What a draft would have come to: one run for each draft, on whichever instance it was asked of. It changes nothing else.

create table rehearsal (
    id          bigint generated always as identity primary key,
    subject     text        not null unique,
    -- of the draft that is rehearsed
    revision    integer     not null,
    -- tickets whose promise ran within it
    span_from   timestamptz not null,
    span_to     timestamptz not null check (span_to > span_from),
    state       text        not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    tickets     bigint      not null,
    done        bigint      not null default 0,
    started_at  timestamptz not null,
    -- tells a run that goes on from one whose instance has died
    progress_at timestamptz not null
);

create table rehearsal_change (
    rehearsal_id  bigint not null references rehearsal on delete cascade,
    ticket_number bigint not null,
    severity      text   not null,
    lane          text   not null,
    difference    text   not null,
    due_was       timestamptz not null,
    verdict_was   text   not null,
    -- null: nothing would be promised
    due_would     timestamptz,
    verdict_would text,
    primary key (rehearsal_id, difference, severity, lane, ticket_number)
);
