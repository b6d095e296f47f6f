-- Answers that are prepared once and used often, with what goes along with them.
create table macro (
    id          bigint  generated always as identity primary key,
    -- whose own it is; null: all who answer share it
    owner_id    bigint  references person on delete cascade,
    title       text    not null check (char_length(title) between 1 and 80),
    body        text    not null check (char_length(body) <= 10000),
    next_status text,
    tags        text[]  not null,
    -- whoever uses it has the ticket from then on; else the assignee, if one is named
    to_user     boolean not null,
    assignee_id bigint  references person on delete set null,
    version     integer not null default 0,
    demo        boolean not null default false,
    check (not to_user or assignee_id is null)
);
create unique index macro_title on macro (coalesce(owner_id, 0), lower(title));
create index macro_assignee on macro (assignee_id) where assignee_id is not null;

-- A draft may be prepared by a macro; one that brings no text leaves it to be written.
alter table draft
    add column macro_id bigint references macro on delete set null,
    drop constraint draft_body_check,
    add constraint draft_body_check check (char_length(body) <= 50000);
create index draft_macro on draft (macro_id) where macro_id is not null;
