-- Whom a provider of single sign-on lets in: by issuer and subject alone, since mail addresses change hands.

create table identity (
    issuer    text        not null check (issuer <> ''),
    subject   text        not null check (subject <> ''),
    person_id bigint      not null references person on delete cascade,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
-- one identity of a provider for each person
create unique index identity_person on identity (person_id, issuer);
