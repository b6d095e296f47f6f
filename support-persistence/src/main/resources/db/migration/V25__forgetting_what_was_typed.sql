-- What people typed goes when they are forgotten, also out of what is written once and for all: '[erased]' takes its place,
-- and nothing else there can ever be changed.

-- a plain version tells of nobody
create function forgotten_word(word text) returns text language sql immutable as $$
    select case when word = '' or word ~ '^[0-9]{1,9}(\.[0-9x]{1,9}){0,5}(-[a-z]{1,12}[0-9]{0,6})?$' then word else '[erased]' end
$$;

create function forgotten_claim(claim jsonb) returns jsonb language sql immutable as $$
    select claim
        || jsonb_build_object('appVersion', forgotten_word(claim ->> 'appVersion'))
        || jsonb_build_object('licence', case when claim ->> 'licence' = '' then '' else '[erased]' end) -- also mere digits
        || jsonb_build_object('platforms', coalesce(
            (select jsonb_agg(one || jsonb_build_object('version', forgotten_word(one ->> 'version')) order by n)
             from jsonb_array_elements(claim -> 'platforms') with ordinality as typed (one, n)), '[]'))
$$;

-- what fills the sentences of the rules, where it is what was typed
create function forgotten_findings(findings jsonb, claim jsonb) returns jsonb language sql immutable as $$
    with typed as (
        select lower(word) as word from (
            select claim ->> 'appVersion' as word
            union all select one ->> 'version' from jsonb_array_elements(claim -> 'platforms') one) words
        where forgotten_word(word) <> word
        union all select lower(claim ->> 'licence') where claim ->> 'licence' <> '')
    select coalesce(jsonb_agg(finding || jsonb_build_object('evidence', (
        select coalesce(jsonb_agg(case
                when exists (select from typed where strpos(lower(said), typed.word) > 0) then '[erased]' else said end
            order by m), '[]')
        from jsonb_array_elements_text(finding -> 'evidence') with ordinality as filled (said, m))) order by n), '[]')
    from jsonb_array_elements(findings) with ordinality as found (finding, n)
$$;

create or replace function refuse_rewriting_judgements() returns trigger language plpgsql as $$
begin
    if new.claim = forgotten_claim(old.claim)
            and new.findings = forgotten_findings(old.findings, old.claim)
            and to_jsonb(new) - 'claim' - 'findings' = to_jsonb(old) - 'claim' - 'findings' then
        return new;
    end if;
    raise exception 'coverage_judgement is append-only';
end $$;

-- whatever table it guards
create or replace function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

-- Whether a text is an earlier one in which '[erased]' took the place of something: nothing is said that was not said before.
create function forgotten_in(later text, earlier text) returns boolean language sql immutable as $$
    select earlier like replace(
        replace(replace(replace(later, '\', '\\'), '%', '\%'), '_', '\_'), '[erased]', '_%')
$$;

create function refuse_rewriting_events() returns trigger language plpgsql as $$
begin
    if forgotten_in(new.data ->> 'reason', old.data ->> 'reason')
            and new.data = old.data || jsonb_build_object('reason', new.data ->> 'reason')
            and to_jsonb(new) - 'data' = to_jsonb(old) - 'data' then
        return new;
    end if;
    raise exception 'ticket_event is append-only';
end $$;
drop trigger ticket_event_append_only on ticket_event;
create trigger ticket_event_append_only before update on ticket_event
    for each row execute function refuse_rewriting_events();

-- With the rights of the owner, since the desk itself may not touch these tables. Temporary tables come last, so that nobody
-- puts one of theirs in the place of ours. The names are a regular expression for what others wrote about the person.
create function forget_what_was_typed(person bigint, names text, own_words boolean) returns void
    language sql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
    update coverage_judgement j
    set claim = forgotten_claim(j.claim), findings = forgotten_findings(j.findings, j.claim)
    from ticket t where t.number = j.ticket_number and t.requester_id = person and own_words;

    update ticket_event set data = data || '{"reason": "[erased]"}'
    where actor_id = person and own_words and data ->> 'reason' <> '';

    update ticket_event
    set data = data || jsonb_build_object('reason', regexp_replace(data ->> 'reason', names, '[erased]', 'gi'))
    where data ->> 'reason' ~* names
        and ticket_number in (
            select number from ticket where requester_id = person
            union select ticket_number from message where author_id = person);
$$;
revoke all on function forget_what_was_typed(bigint, text, boolean) from public;
