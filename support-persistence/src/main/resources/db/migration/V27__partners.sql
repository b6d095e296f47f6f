-- Partners of the vendor: an organisation, what it is a partner as, since when and until when, and all that happened to it.

-- Days are days in the zone of the calendar of the desk itself that is in force, as for those who count by it in Java.
alter table calendar_version add column zone text generated always as (body ->> 'zone') stored;

create function desk_day(at timestamptz) returns date language sql stable as $$
    select (at at time zone v.zone)::date from calendar_version v where v.name = 'Office hours'
    order by v.effective_at <= at desc, case when v.effective_at <= at then -v.version else v.version end limit 1
$$;

create table partner (
    organisation_id bigint primary key references organisation on delete cascade,
    kind       text    not null check (kind in ('MARKETPLACE_PARTNER', 'SOLUTION_PARTNER')),
    standing   text    not null check (standing in ('APPLIED', 'ACTIVE', 'SUSPENDED', 'ENDED')),
    first_day  date,
    -- null: until somebody ends it
    last_day   date check (last_day >= first_day),
    -- the person of the desk who looks after it
    owner_id   bigint references person on delete set null,
    version    integer not null,
    check (first_day is not null or last_day is null and standing in ('APPLIED', 'ENDED'))
);

-- Whoever asks whether an organisation is a partner asks this, and nothing else: by status and by validity.
create function active_partners(at timestamptz) returns table (organisation_id bigint, kind text) language sql stable as $$
    select p.organisation_id, p.kind from partner p
    where p.standing = 'ACTIVE' and (select desk_day(at)) between p.first_day and coalesce(p.last_day, 'infinity')
$$;

-- what happened to a partner, once, in order, and what was so after it
create table partner_event (
    id              bigint generated always as identity primary key,
    organisation_id bigint      not null references organisation on delete cascade,
    happened_at     timestamptz not null,
    -- null: the desk itself, because a day was over
    actor_id        bigint references person,
    step            text        not null check (step <> ''),
    -- 2000 as they are typed; erasing names in them may make them longer
    words           text        not null check (char_length(words) <= 10000),
    kind            text        not null,
    standing        text        not null,
    first_day       date,
    last_day        date,
    owner_id        bigint references person
);
create index partner_event_of_organisation on partner_event (organisation_id, id);

-- What people wrote goes when they are forgotten: '[erased]' takes its place, and nothing else can ever be changed.
create function refuse_rewriting_partners() returns trigger language plpgsql as $$
begin
    if strpos(new.words, '[erased]') > 0 and to_jsonb(new) - 'words' = to_jsonb(old) - 'words' then
        return new;
    end if;
    raise exception 'partner_event is append-only';
end $$;
create trigger partner_event_append_only before update on partner_event
    for each row execute function refuse_rewriting_partners();

-- With the rights of the owner, since the desk itself may not change what happened. The names are a regular expression for what
-- others wrote of the person.
create function forget_words_of_partners(person bigint, names text, own_words boolean) returns void
    language sql security definer set search_path from current as $$
    update partner_event set words = '[erased]' where actor_id = person and own_words and words <> '';

    update partner_event set words = regexp_replace(words, names, '[erased]', 'gi')
    where words ~* names and organisation_id = (select p.organisation_id from person p where p.id = person);
$$;
revoke all on function forget_words_of_partners(bigint, text, boolean) from public;

-- Until now an organisation had a kind and a switch. Who was active stays so, from the first ticket on.
insert into partner (organisation_id, kind, standing, first_day, version)
select o.id, o.partner_kind, case when o.partner_active then 'ACTIVE' else 'ENDED' end,
       coalesce((select min(t.raised_at) from ticket t where t.organisation_id = o.id), now())::date, 0
from organisation o where o.partner_kind is not null;
alter table organisation drop column partner_active, drop column partner_kind;
