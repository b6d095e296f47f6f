-- The imports of licence reports: each run with what it left out.

create table licence_import (
    id          bigint generated always as identity primary key,
    -- the name of the file
    source      text        not null,
    -- null for the nightly pick-up
    started_by  bigint references person on delete set null,
    started_at  timestamptz not null,
    -- when it last went on: one that has not done so for long has lost its instance
    progress_at timestamptz not null,
    state       text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    bytes       bigint      not null,
    bytes_read  bigint      not null default 0,
    lines       bigint      not null default 0,
    added       bigint      not null default 0,
    changed     bigint      not null default 0,
    left_out    bigint      not null default 0
);
create unique index licence_import_one_at_a_time on licence_import (state) where state = 'RUNNING';

-- the first thousand of a run
create table licence_import_problem (
    import_id bigint  not null references licence_import on delete cascade,
    ordinal   integer not null,
    line      bigint  not null,
    problem   text    not null,
    -- what stands there, shortened
    found     text    not null,
    primary key (import_id, ordinal)
);
create index licence_by_company on licence (lower(company), id);
