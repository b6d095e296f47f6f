-- Whether a ticket is covered: what the rules said, by which version of them, with what evidence.

-- what the rules said last; null for an idea, and for what was raised before they were
alter table ticket add column coverage text check (coverage in ('COVERED', 'NOT_COVERED', 'UNVERIFIED'));
alter table ticket add column admission text not null default 'FREE'
    check (admission in ('FREE', 'DISPUTED', 'PAID', 'ACCEPTED', 'DECLINED', 'ORDERED'));
alter table ticket alter column admission drop default;
create index ticket_undecided on ticket (raised_at, number) where admission in ('DISPUTED', 'PAID');

-- the conditions of free support, as leads published them
create table scope_version (
    version      integer     primary key check (version > 0),
    rules        text[]      not null,
    grace_days   integer     not null check (grace_days between 0 and 366),
    warn_days    integer     not null check (warn_days between 0 and 366),
    published_by bigint references person,
    published_at timestamptz not null
);

-- what was judged, frozen: at intake (ordinal 1) and whenever somebody of the desk asked again
create table coverage_judgement (
    ticket_number bigint      not null references ticket on delete cascade,
    ordinal       integer     not null check (ordinal > 0),
    judged_at     timestamptz not null,
    -- null at intake
    judged_by     bigint references person,
    verdict       text        not null check (verdict in ('COVERED', 'NOT_COVERED', 'UNVERIFIED')),
    scope_version integer     not null,
    -- what the customer said
    claim         jsonb       not null,
    -- what the rules found, with the evidence
    findings      jsonb       not null,
    -- the licence as it was then; null where none was found
    licence       jsonb,
    primary key (ticket_number, ordinal)
);
create function refuse_rewriting_judgements() returns trigger language plpgsql as $$
begin
    raise exception 'coverage_judgement is append-only';
end $$;
create trigger coverage_judgement_append_only before update on coverage_judgement
    for each row execute function refuse_rewriting_judgements();
