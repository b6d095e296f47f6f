-- Registration, organisations, ways to sign in, and who did what.

alter table organisation add column created_at timestamptz not null default now();

-- people whose address is of a domain belong to its organisation when they register
create table mail_domain (
    domain          text primary key check (domain = lower(domain) and domain <> ''),
    organisation_id bigint  not null references organisation on delete cascade,
    needs_approval  boolean not null default true
);
create index mail_domain_organisation on mail_domain (organisation_id);

alter table person drop constraint person_role_check;
alter table person add check (role in ('CUSTOMER', 'LIGHT_AGENT', 'AGENT', 'LEAD', 'ADMIN'));
-- null: signs in by other ways only
alter table person alter column password drop not null;
update person set password = null where password = '';
alter table person add column state text not null default 'ACTIVE'
    check (state in ('ACTIVE', 'AWAITING_APPROVAL', 'DEACTIVATED', 'ERASED'));
update person set state = 'DEACTIVATED' where not active;
alter table person drop column active;
-- manages the people of the organisation
alter table person add column manages boolean not null default false;
alter table person add check (not manages or organisation_id is not null);
alter table person add column created_at timestamptz not null default now();
alter table person add column signed_in_at timestamptz;

-- the app that shows codes which change every 30 seconds (RFC 6238)
create table code_app (
    person_id    bigint primary key references person on delete cascade,
    secret       bytea       not null,
    created_at   timestamptz not null,
    -- null until a first code has shown that the app knows the secret
    confirmed_at timestamptz,
    -- the time step of the last code that was taken: no code works twice
    last_step    bigint      not null default 0
);

-- a row goes when its code is used; codes are random enough for a plain hash
create table recovery_code (
    person_id bigint not null references person on delete cascade,
    sha256    bytea  not null,
    primary key (person_id, sha256)
);

-- links that were sent to an address, each good for one use; the secret itself is not kept
create table link (
    sha256          bytea primary key,
    purpose         text        not null check (purpose in ('REGISTRATION', 'INVITATION', 'PASSWORD', 'SIGN_IN', 'ADDRESS', 'FIRST_ADMIN', 'RECOVERY')),
    -- null: nobody yet
    person_id       bigint references person on delete cascade,
    address         text        not null,
    name            text        not null default '',
    organisation_id bigint references organisation on delete cascade,
    role            text,
    manages         boolean     not null default false,
    invited_by      bigint references person on delete set null,
    made_at         timestamptz not null,
    expires_at      timestamptz not null
);
create index link_address on link (lower(address), purpose);
create index link_person on link (person_id);
create index link_expiry on link (expires_at);

-- how much of a limit is left, for each who is limited (Bucket4j's table)
create table bucket (
    id         text primary key,
    state      bytea,
    expires_at bigint
);
create index bucket_expiry on bucket (expires_at);

create table audit_entry (
    id          bigint generated always as identity primary key,
    happened_at timestamptz not null,
    deed        text        not null check (deed <> ''),
    -- no foreign key: an entry outlives the person
    actor_id    bigint,
    subject     text        not null,
    details     jsonb       not null,
    network     text
);
create index audit_entry_actor on audit_entry (actor_id, id);
create index audit_entry_subject on audit_entry (subject, id);

-- letters that belong to no ticket, and links in them
alter table letter alter column ticket_number drop not null;
alter table letter drop constraint letter_kind_check;
alter table letter add check (kind in ('ACKNOWLEDGEMENT', 'PUBLIC_REPLY', 'DUE_CHANGED', 'WARNING', 'MISSED', 'NOTICE'));
-- what the reader alone may know: cut out of the letter once it is sent
alter table letter add column secret text;
alter table letter add check (state <> 'SENT' or secret is null);
