-- Tokens by which programs act for people, and the answers that are kept for requests that arrive twice.

-- the token itself is not kept; a row goes when its token is revoked
create table api_token (
    id           bigint generated always as identity primary key,
    person_id    bigint      not null references person on delete cascade,
    name         text        not null check (name <> '' and length(name) <= 60),
    -- the first characters, by which the owner knows it again
    prefix       text        not null,
    sha256       bytea       not null unique,
    scopes       text[]      not null check (cardinality(scopes) > 0),
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at <= created_at + interval '366 days'),
    -- to the minute
    last_used_at timestamptz
);
create index api_token_person on api_token (person_id, id);
create index api_token_expiry on api_token (expires_at);

create table api_answer (
    person_id bigint      not null references person on delete cascade,
    -- chosen by the one who asks
    key       text        not null,
    -- of method, path and body
    sha256    bytea       not null,
    made_at   timestamptz not null,
    -- empty only within the transaction that makes the answer
    location  text        not null default '',
    body      text        not null default '',
    primary key (person_id, key)
);
create index api_answer_time on api_answer (made_at);
