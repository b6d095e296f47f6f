-- Calendars and policies, every version of them for good; what is being written is a draft.

create table calendar_version (
    -- numbered across all calendars
    version      integer primary key check (version > 0),
    name         text        not null check (char_length(name) between 1 and 80),
    -- the plan as its author wrote it, and the statutory holidays as they were known then
    body         jsonb       not null,
    effective_at timestamptz not null,
    published_at timestamptz not null,
    -- null: the desk itself, at its first start
    publisher_id bigint references person
);

create table policy_version (
    version      integer primary key check (version > 0),
    body         jsonb       not null,
    effective_at timestamptz not null,
    published_at timestamptz not null,
    publisher_id bigint references person
);

create function refuse_rewriting_terms() returns trigger language plpgsql as $$
begin
    raise exception 'what was published stays as it was';
end $$;
create trigger calendar_version_append_only before update or delete or truncate on calendar_version
    for each statement execute function refuse_rewriting_terms();
create trigger policy_version_append_only before update or delete or truncate on policy_version
    for each statement execute function refuse_rewriting_terms();

-- Whoever promises something holds on to the terms until the end of the transaction, whoever publishes waits for them
-- and keeps others out. The versions are read after the lock: each statement of a volatile function sees what is
-- committed by then.
create function known_terms(out policy integer, out calendar integer) language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('terms', 0));
    policy := (select coalesce(max(version), 0) from policy_version);
    calendar := (select coalesce(max(version), 0) from calendar_version);
end $$;

-- the level that the time is promised for
alter table promise add column severity text check (severity in ('LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4'));
update promise p set severity = t.severity from ticket t where t.number = p.ticket_number;
alter table promise alter column severity set not null;
