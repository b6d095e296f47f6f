-- What the desk does by itself: when, if, then. In the order of their places.
create table automation (
    id            bigint      generated always as identity primary key,
    name          text        not null check (char_length(name) between 1 and 80),
    place         integer     not null,
    trigger       text        not null,
    -- for how long it has to have stood; 0: it happens
    hours         integer     not null check (hours between 0 and 8784),
    query         text        not null check (char_length(query) <= 1000),
    whose         text        not null,
    assignee_id   bigint      references person on delete set null,
    adds          text[]      not null,
    removes       text[]      not null,
    next_status   text,
    note          text        not null check (char_length(note) <= 5000),
    mail          text        not null,
    active        boolean     not null default false,
    stopped       text,
    -- of a time: what has stood long enough by then has been seen to
    seen_until    timestamptz,
    keeper_id     bigint      not null references person,
    version       integer     not null default 0
);
create unique index automation_name on automation (lower(name));
create index automation_assignee on automation (assignee_id) where assignee_id is not null;
create index automation_keeper on automation (keeper_id);

-- Something has happened to a ticket that automations look out for; gone once they have looked.
create table automation_task (
    id            bigint      generated always as identity primary key,
    ticket_number bigint      not null references ticket on delete cascade,
    -- what happened; empty when a time has passed, for the one automation
    triggers      text[]      not null,
    automation_id bigint      references automation on delete cascade,
    -- the automations that led to it
    chain         bigint[]    not null,
    set_at        timestamptz not null
);
create index automation_task_ticket on automation_task (ticket_number);
create index automation_task_automation on automation_task (automation_id) where automation_id is not null;

-- What they did: each once for each task.
create table automation_run (
    id            bigint      generated always as identity primary key,
    automation_id bigint      not null references automation on delete cascade,
    task_id       bigint      not null,
    ticket_number bigint      not null references ticket on delete cascade,
    ran_at        timestamptz not null,
    outcome       text        not null,
    -- why the ticket refused some of it
    refused       text[]      not null,
    unique (automation_id, task_id)
);
create index automation_run_ticket on automation_run (ticket_number, ran_at);

-- The name that an automation had when it did this; null: a person or the clock did.
alter table ticket_event add column automation text;
alter table message add column automation text;
