-- After the migrations of each start: what the role may do whom the desk is at work, so that no migration has to think
-- of it. All rows, no tables; what has happened it can neither change nor take away, and the migrations are not its own.
do $$
declare
    app name := '${app}';
    home name := '${flyway:defaultSchema}';
begin
    if app = current_user then
        return; -- one role does both: triggers are what is left
    end if;
    -- two desks that start at once may not grant at once
    perform pg_advisory_xact_lock(hashtextextended('grants', 0));
    execute format('grant usage on schema %I to %I', home, app);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', home, app);
    execute format('grant usage on all sequences in schema %I to %I', home, app);
    execute format('revoke update, delete on %I.audit_entry from %I', home, app);
    execute format('revoke update on %I.ticket_event, %I.partner_event from %I', home, home, app);
    execute format('revoke update, delete on %I.calendar_version, %I.policy_version from %I', home, home, app);
    execute format('grant execute on function %I.forget_what_was_typed(bigint, text, boolean) to %I', home, app);
    execute format('grant execute on function %I.forget_words_of_partners(bigint, text, boolean) to %I', home, app);
    execute format('revoke update on %I.coverage_judgement, %I.scope_version from %I', home, home, app);
    execute format('revoke update on %I.end_customer_event from %I', home, app);
    execute format('revoke insert, update, delete on %I.%I from %I', home, '${flyway:table}', app);
    -- the desk makes no temporary tables, and nobody else shall; what is not the owner's is for its owner to say
    if (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) then
        execute format('revoke temporary on database %I from public', current_database());
    end if;
end $$;
