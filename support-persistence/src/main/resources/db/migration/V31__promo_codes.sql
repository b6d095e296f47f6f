-- Campaigns, their codes, and who was given which.

create table campaign (
    id         bigint generated always as identity primary key,
    app_id     bigint  not null references app on delete cascade,
    name       text    not null check (char_length(name) between 1 and 200),
    discount   text    not null check (char_length(discount) between 1 and 100),
    kinds      text[]  not null check (kinds <@ array['MARKETPLACE_PARTNER', 'SOLUTION_PARTNER']),
    -- how many codes each partner may hold; 0 while none are handed out
    quota      integer not null check (quota between 0 and 10000),
    -- days in the vendor's zone, both inclusive
    first_day  date    not null,
    last_day   date    not null check (last_day >= first_day),
    version    integer not null default 0,
    -- when people were told that it ends soon
    warned_at  timestamptz,
    demo       boolean not null default false
);
create index campaign_app on campaign (app_id);

create table promo_code (
    id          bigint generated always as identity primary key,
    campaign_id bigint      not null references campaign on delete cascade,
    -- in capitals: case does not count
    code        text        not null unique check (code = upper(code)),
    source      text        not null check (source in ('MARKETPLACE', 'DESK')),
    state       text        not null default 'FREE' check (state in ('FREE', 'GIVEN', 'WITHDRAWN')),
    added_at    timestamptz not null,
    withdrawn_at timestamptz,
    reason      text        not null default '' check (char_length(reason) <= 5000),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
create index promo_code_free on promo_code (campaign_id, id) where state = 'FREE';
create index promo_code_withdrawn on promo_code (campaign_id) where state = 'WITHDRAWN';
create index promo_code_campaign on promo_code (campaign_id, id);

-- one row for each code that was ever given: the key is what keeps any code from being given twice
create table promo_handout (
    code_id         bigint primary key references promo_code on delete cascade,
    organisation_id bigint      not null references organisation on delete cascade,
    person_id       bigint      not null references person,
    -- 200 as it is typed; erasing a name in it may make it longer, as in the reason above
    customer        text        not null check (char_length(customer) between 1 and 2000),
    given_at        timestamptz not null,
    -- names the form, so that it takes one code however often it is sent
    nonce           uuid        not null,
    unique (organisation_id, nonce)
);
create index promo_handout_organisation on promo_handout (organisation_id, given_at);
create index promo_handout_person on promo_handout (person_id);

-- how many codes of a campaign a partner holds; whoever takes one locks it first
create table promo_share (
    campaign_id     bigint  not null references campaign on delete cascade,
    organisation_id bigint  not null references organisation on delete cascade,
    held            integer not null default 0 check (held >= 0),
    primary key (campaign_id, organisation_id)
);
create index promo_share_organisation on promo_share (organisation_id);
