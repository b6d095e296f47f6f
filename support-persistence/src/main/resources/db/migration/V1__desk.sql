-- People, apps, tickets. Times are instants (timestamptz, microseconds); words are text; the checks repeat rules of the domain.

create table organisation (
    id             bigint generated always as identity primary key,
    name           text    not null check (name <> ''),
    -- true: its people see all tickets of the organisation; false: each sees their own
    shares_tickets boolean not null default false,
    partner_kind   text check (partner_kind in ('MARKETPLACE_PARTNER', 'SOLUTION_PARTNER')),
    partner_active boolean not null default false,
    demo           boolean not null default false,
    check (partner_kind is not null or not partner_active)
);

create table person (
    id              bigint generated always as identity primary key,
    -- people of the desk belong to no organisation
    organisation_id bigint references organisation,
    email           text    not null check (email <> ''),
    name            text    not null check (name <> ''),
    role            text    not null check (role in ('CUSTOMER', 'AGENT', 'LEAD', 'ADMIN')),
    password        text    not null,
    zone            text    not null default 'Europe/Berlin',
    language        text    not null default 'en',
    active          boolean not null default true,
    demo            boolean not null default false,
    check ((role = 'CUSTOMER') = (organisation_id is not null))
);
create unique index person_email on person (lower(email));
create index person_organisation on person (organisation_id);

create table app (
    id        bigint generated always as identity primary key,
    key       text    not null unique check (key <> ''),
    name      text    not null check (name <> ''),
    lifecycle text    not null check (lifecycle in ('ACTIVE', 'LABS', 'RETIRED')),
    demo      boolean not null default false
);

create sequence ticket_number as bigint start 1001;

create table ticket (
    number          bigint primary key,
    type            text        not null check (type in ('SUPPORT_REQUEST', 'BUG_REPORT', 'IDEA')),
    -- an idea carries no severity, since it carries no promise
    severity        text check (severity in ('LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4')),
    lane            text        not null check (lane in ('STANDARD', 'FAST_LANE')),
    status          text        not null check (status in ('NEW', 'OPEN', 'WAITING_FOR_CUSTOMER', 'RESOLVED', 'CLOSED',
                                     'CONFIRMED', 'SCHEDULED', 'FIXED', 'GATHERING', 'PLANNED', 'SHIPPED', 'DECLINED')),
    summary         text        not null check (char_length(summary) between 1 and 200),
    app_id          bigint      not null references app,
    app_version     text        not null default '',
    platform        text        not null default '',
    requester_id    bigint      not null references person,
    organisation_id bigint      not null references organisation,
    assignee_id     bigint references person,
    raised_at       timestamptz not null,
    changed_at      timestamptz not null,
    -- the first public answer of a person of the desk
    first_response_at timestamptz,
    -- the last public word is the customer's and has no answer yet
    answer_awaited  boolean     not null,
    -- since when the one whose turn it is has had the turn
    turn_since      timestamptz not null,
    -- the sending of one form makes one ticket, however often it arrives
    nonce           uuid        not null,
    -- the due time that stood on the form when it was sent
    shown_due_at    timestamptz,
    -- where the ticket stands in the queue (projection, see QueuePlace): null when the ticket is done
    queue_band      smallint,
    queue_at        timestamptz,
    version         integer     not null,
    check ((type = 'IDEA') = (severity is null)),
    check ((queue_band is null) = (queue_at is null)),
    unique (requester_id, nonce)
);
create index ticket_queue on ticket (queue_band, queue_at, lane, number) where queue_band is not null;
create index ticket_of_organisation on ticket (organisation_id, number desc);
create index ticket_of_requester on ticket (requester_id, number desc);
create index ticket_assignee on ticket (assignee_id, queue_band, queue_at, lane, number) where queue_band is not null;

-- what is owed on a ticket; due and verdict are projections of the events, tagged with the versions that made them
create table promise (
    ticket_number    bigint      not null references ticket on delete cascade,
    metric           text        not null check (metric in ('FIRST_RESPONSE')),
    started_at       timestamptz not null,
    counted_from     timestamptz not null,
    target_seconds   bigint      not null check (target_seconds >= 0),
    due_at           timestamptz not null,
    warn_at          timestamptz not null,
    warned_at        timestamptz,
    verdict          text        not null check (verdict in ('OPEN', 'KEPT', 'MISSED', 'WITHDRAWN')),
    decided_at       timestamptz,
    policy_version   integer     not null,
    calendar_version integer     not null,
    primary key (ticket_number, metric),
    check ((verdict = 'OPEN') = (decided_at is null))
);
create index promise_due on promise (due_at);

create table message (
    id            bigint generated always as identity primary key,
    ticket_number bigint      not null references ticket on delete cascade,
    author_id     bigint      not null references person,
    internal      boolean     not null,
    body          text        not null check (char_length(body) between 1 and 50000),
    written_at    timestamptz not null,
    nonce         uuid        not null,
    unique (author_id, nonce)
);
create index message_of_ticket on message (ticket_number, id);

-- files are staged under the nonce of the form that they were chosen in and belong to a message once it is sent
create table attachment (
    id          uuid primary key,
    message_id  bigint references message on delete cascade,
    uploader_id bigint      not null references person,
    nonce       uuid        not null,
    name        text        not null check (char_length(name) between 1 and 200),
    media_type  text        not null,
    size        bigint      not null check (size >= 0),
    sha256      bytea       not null,
    uploaded_at timestamptz not null
);
create index attachment_of_message on attachment (message_id) where message_id is not null;
create index attachment_staged on attachment (uploader_id, nonce) where message_id is null;

create table attachment_content (
    attachment_id uuid primary key references attachment on delete cascade,
    bytes         bytea not null
);
-- uncompressed, so that a part of it can be read without the whole
alter table attachment_content alter column bytes set storage external;

-- what happened, once, in order: the truth that due times, history and reports are computed from
create table ticket_event (
    id            bigint generated always as identity primary key,
    ticket_number bigint      not null references ticket on delete cascade,
    happened_at   timestamptz not null,
    -- null: the desk itself (a timer)
    actor_id      bigint references person,
    kind          text        not null check (kind <> ''),
    data          jsonb       not null
);
create index ticket_event_of_ticket on ticket_event (ticket_number, id);

create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
    raise exception 'ticket_event is append-only';
end $$;
create trigger ticket_event_append_only before update on ticket_event
    for each row execute function refuse_rewriting_history();
