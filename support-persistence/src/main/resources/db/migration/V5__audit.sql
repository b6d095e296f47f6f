-- The audit log proves that it is whole: each entry carries a hash over itself and the hash of the entry before.

-- numbers are given in the order of the chain, by the trigger below; an identity would be drawn before it
alter table audit_entry alter column id drop identity;
alter table audit_entry add column previous bytea, add column hash bytea;

create function audit_time(entry audit_entry) returns text language sql stable as $$
    select to_char(entry.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- what the hash is taken of: a JSON array, the same on every server and in every session
create function audit_text(entry audit_entry) returns text language sql stable as $$
    select jsonb_build_array(
        entry.id, audit_time(entry), entry.deed, entry.actor_id, entry.subject, entry.details, entry.network)::text
$$;

create function audit_hash(entry audit_entry) returns bytea language sql stable as $$
    select sha256(coalesce(entry.previous, '') || convert_to(audit_text(entry), 'UTF8'))
$$;

-- One at a time, until the end of the transaction: the next one then sees this entry and links to it. What an insert
-- gives as number and hashes counts for nothing.
create function chain_audit_entry() returns trigger language plpgsql as $$
declare
    last audit_entry;
begin
    perform pg_advisory_xact_lock(hashtextextended('audit_entry', 0));
    select * into last from audit_entry order by id desc limit 1;
    new.id := coalesce(last.id, 0) + 1;
    new.previous := last.hash;
    new.hash := audit_hash(new);
    return new;
end $$;

-- entries from before
do $$
declare
    entry audit_entry;
    last bytea;
begin
    for entry in select * from audit_entry order by id loop
        entry.previous := last;
        last := audit_hash(entry);
        update audit_entry set previous = entry.previous, hash = last where id = entry.id;
    end loop;
end $$;
alter table audit_entry alter column hash set not null;

create trigger audit_entry_chain before insert on audit_entry
    for each row execute function chain_audit_entry();

create function refuse_rewriting_audit() returns trigger language plpgsql as $$
begin
    raise exception 'audit_entry is append-only';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_rewriting_audit();

create index audit_entry_deed on audit_entry (deed, id);
create index audit_entry_time on audit_entry using brin (happened_at);
