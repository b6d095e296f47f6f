-- Companies for which partners file tickets, what they have said to that, and those tickets.

create table end_customer (
    id              bigint generated always as identity primary key,
    partner_id      bigint      not null references organisation,
    -- as the partner wrote it
    company         text        not null check (char_length(company) between 1 and 100),
    -- the address that is asked
    contact         text        not null check (contact <> ''),
    -- whose consent it is: null until it was given for the first time
    organisation_id bigint references organisation,
    -- the newest of its events; that a question has expired is told by the time
    consent         text        not null check (consent in ('ASKED', 'GIVEN', 'REFUSED', 'REVOKED')),
    since           timestamptz not null,
    check (consent not in ('GIVEN', 'REVOKED') or organisation_id is not null),
    check (organisation_id <> partner_id)
);
create unique index end_customer_contact on end_customer (partner_id, lower(contact));
create index end_customer_asked on end_customer (lower(contact));
create index end_customer_organisation on end_customer (organisation_id);

-- what was asked and said, once, in order
create table end_customer_event (
    id              bigint generated always as identity primary key,
    end_customer_id bigint      not null references end_customer on delete cascade,
    happened_at     timestamptz not null,
    -- null: somebody at the address that was asked, who has no account
    actor_id        bigint references person,
    consent         text        not null check (consent in ('ASKED', 'GIVEN', 'REFUSED', 'REVOKED')),
    -- what was agreed to, word for word
    words           text        not null default '' check (char_length(words) <= 4000)
);
create index end_customer_event_of on end_customer_event (end_customer_id, id);
create trigger end_customer_event_append_only before update on end_customer_event
    for each row execute function refuse_rewriting_history();

alter table ticket
    add column end_customer_id bigint references end_customer,
    add column sharing         text check (sharing in ('PARTNER_ONLY', 'PARTNER_AND_CUSTOMER'));
alter table ticket add constraint ticket_on_behalf_whole check ((end_customer_id is null) = (sharing is null));

alter table link drop constraint link_purpose_check;
alter table link add constraint link_purpose_check check (purpose in
    ('REGISTRATION', 'INVITATION', 'PASSWORD', 'SIGN_IN', 'ADDRESS', 'FIRST_ADMIN', 'RECOVERY', 'CONSENT'));
