-- Links by which an app opens the form filled in: signed by a key of the app, short-lived, each used once.

create table app_key (
    app_id     bigint      not null references app on delete cascade,
    kid        text        not null check (kid <> ''),
    -- the public key as a JSON Web Key
    jwk        text        not null,
    added_at   timestamptz not null,
    -- from then on it signs nothing any more
    revoked_at timestamptz,
    primary key (app_id, kid)
);

create table support_link_use (
    id         uuid primary key,
    app_id     bigint      not null references app on delete cascade,
    jti        text        not null,
    person_id  bigint      not null references person on delete cascade,
    used_at    timestamptz not null,
    -- what the app said of the licence; empty when it said nothing
    licence    text        not null,
    unique (app_id, jti)
);
