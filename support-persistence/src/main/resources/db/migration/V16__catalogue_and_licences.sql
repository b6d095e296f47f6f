-- What the vendor offers, on what it runs, and who has paid for it. Days are days in the vendor's zone.

alter table app add column ours boolean not null default true;
-- the first day on which it is retired, also one to come; RETIRED without a day is retired since ever
alter table app add column retires_on date;
alter table app add column hostings text[] not null default '{CLOUD,DATA_CENTER}'
    check (hostings <@ '{CLOUD,DATA_CENTER,SERVER}');

-- what an app runs in or on: a host product, a browser, a database
create table platform (
    id   bigint generated always as identity primary key,
    key  text not null unique check (key <> ''),
    name text not null check (name <> ''),
    kind text not null check (kind in ('HOST', 'BROWSER', 'DATABASE')),
    demo boolean not null default false
);

-- a line of releases that its maker supports together: 9.12 with all its patches
create table platform_release (
    platform_id     bigint not null references platform on delete cascade,
    version         text   not null check (version <> ''),
    released_on     date,
    -- the last day of its maker's support; null while none is announced
    support_ends_on date,
    primary key (platform_id, version)
);

create table app_release (
    id          bigint generated always as identity primary key,
    app_id      bigint not null references app on delete cascade,
    hosting     text   not null check (hosting in ('CLOUD', 'DATA_CENTER', 'SERVER')),
    version     text   not null check (version <> ''),
    channel     text   not null check (channel in ('STABLE', 'BETA', 'DEVELOPMENT')),
    released_on date,
    unique (app_id, hosting, version)
);

-- on which versions of a platform a release is supported, as VersionRange reads it
create table app_release_platform (
    release_id  bigint not null references app_release on delete cascade,
    platform_id bigint not null references platform on delete cascade,
    versions    text   not null check (versions <> ''),
    primary key (release_id, platform_id)
);

-- a line of the Marketplace's licence report
create table licence (
    id                 bigint generated always as identity primary key,
    -- the identity that the report keeps over all exports: the app entitlement, else the licence of the app
    key                text not null unique check (key <> ''),
    -- what a customer can type, in capitals: entitlement number, SEN
    entitlement_number text,
    sen                text,
    app_key            text not null check (app_key <> ''),
    hosting            text not null check (hosting in ('CLOUD', 'DATA_CENTER', 'SERVER')),
    kind               text not null check (kind in ('COMMERCIAL', 'ACADEMIC', 'COMMUNITY', 'OPEN_SOURCE', 'DEMONSTRATION',
                                                     'EVALUATION', 'OTHER')),
    status             text not null check (status in ('ACTIVE', 'INACTIVE', 'CANCELLED')),
    tier               text not null default '',
    starts_on          date,
    -- the last day of maintenance or subscription; null for one without end
    ends_on            date,
    company            text not null default '',
    technical_contact  text,
    billing_contact    text,
    partner            text not null default '',
    -- the whole line with the columns that the desk does not know
    report             jsonb not null default '{}',
    imported_at        timestamptz not null,
    demo               boolean not null default false
);
create index licence_entitlement_number on licence (entitlement_number);
create index licence_sen on licence (sen);
create index licence_technical_contact on licence (lower(technical_contact));
create index licence_billing_contact on licence (lower(billing_contact));
create index licence_technical_domain on licence (lower(split_part(technical_contact, '@', 2)));
create index licence_billing_domain on licence (lower(split_part(billing_contact, '@', 2)));
create index licence_app on licence (app_key);

-- whose licences these are where no address says so
create table licence_organisation (
    licence_id      bigint not null references licence on delete cascade,
    organisation_id bigint not null references organisation on delete cascade,
    primary key (organisation_id, licence_id)
);
