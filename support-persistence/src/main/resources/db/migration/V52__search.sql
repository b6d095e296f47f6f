-- What can be found of tickets. One row for each ticket holds, as lexemes, all that decides whether it is found, so that the
-- index alone answers:
--   words of the summary, the replies and the names of files, as English, as German and as they are;
--   words of internal notes and of the names of their files with "!" before them, which only people of the desk ask for;
--   marks with "#" before them: the organisation (#o), the requester (#p), the end customer (#c), the block of a thousand
--   numbers (#b), and whether it is open (#open). No words that people type become lexemes that begin with either sign.
create extension if not exists pg_trgm;

create table ticket_text (
    ticket_number bigint primary key references ticket on delete cascade,
    doc           tsvector not null
);
-- with no statistics every word counts as rare: the index is asked, never the table from one end to the other
alter table ticket_text alter column doc set statistics 0;

create function words_of(words text, internal boolean) returns tsvector language sql immutable parallel safe as $$
    select case when not internal then d
                else array_to_tsvector(array(select '!' || lexeme from unnest(tsvector_to_array(d)) lexeme)) end
    from (select strip(to_tsvector('pg_catalog.english', words) || to_tsvector('pg_catalog.german', words)
                       || to_tsvector('pg_catalog.simple', words)) as d) w
$$;

-- a name of a file is searched whole and by its parts
create function words_of_file(name text) returns text language sql immutable parallel safe as $$
    select name || ' ' || translate(name, '._-', '   ')
$$;

-- all of a ticket; of each message the first 20,000 characters
create function ticket_text_of(ticket bigint) returns tsvector language sql stable as $$
    select array_to_tsvector(array['#o' || t.organisation_id, '#p' || t.requester_id, '#b' || t.number / 1000]
               || case when t.queue_band is null then '{}' else array['#open'] end
               || case when t.end_customer_id is null then '{}' else array['#c' || t.end_customer_id] end)
           || words_of(t.summary, false)
           || words_of(coalesce(said.public, ''), false) || words_of(coalesce(said.internal, ''), true)
    from ticket t
    left join lateral (
        select string_agg(text, ' ') filter (where not internal) as public,
               string_agg(text, ' ') filter (where internal) as internal
        from (select m.internal, left(m.body, 20000) as text from message m where m.ticket_number = t.number
              union all
              select m.internal, words_of_file(a.name) from attachment a join message m on m.id = a.message_id
              where m.ticket_number = t.number) texts) said on true
    where t.number = ticket
$$;

-- What is too much for a tsvector (a megabyte) is not found, but is sent all the same.
create function add_ticket_text(ticket bigint, words text, internal boolean) returns void language plpgsql as $$
begin
    update ticket_text set doc = doc || words_of(left(words, 20000), internal) where ticket_number = ticket;
    if not found then
        insert into ticket_text (ticket_number, doc)
        select ticket, d from ticket_text_of(ticket) d where d is not null
        on conflict (ticket_number) do update set doc = excluded.doc;
    end if;
exception when program_limit_exceeded then
    null;
end $$;

create function renew_ticket_text(ticket bigint) returns void language plpgsql as $$
begin
    update ticket_text set doc = coalesce(ticket_text_of(ticket), '') where ticket_number = ticket;
exception when program_limit_exceeded then
    update ticket_text set doc = '' where ticket_number = ticket;
end $$;

create function message_was_written() returns trigger language plpgsql as $$
begin
    perform add_ticket_text(new.ticket_number, new.body, new.internal);
    return null;
end $$;
create trigger message_is_found after insert on message for each row execute function message_was_written();

create function message_was_changed() returns trigger language plpgsql as $$
begin
    perform renew_ticket_text(old.ticket_number);
    if tg_op = 'UPDATE' and new.ticket_number <> old.ticket_number then
        perform renew_ticket_text(new.ticket_number);
    end if;
    return null;
end $$;
create trigger message_is_found_as_it_is after update of body, internal, ticket_number on message
    for each row execute function message_was_changed();
create trigger message_is_found_no_more after delete on message for each row execute function message_was_changed();

create function file_was_sent() returns trigger language plpgsql as $$
begin
    perform add_ticket_text(m.ticket_number, words_of_file(new.name), m.internal) from message m where m.id = new.message_id;
    return null;
end $$;
create trigger file_is_found after update of message_id on attachment
    for each row when (new.message_id is not null) execute function file_was_sent();
create trigger new_file_is_found after insert on attachment
    for each row when (new.message_id is not null) execute function file_was_sent();

create function file_went() returns trigger language plpgsql as $$
begin
    perform renew_ticket_text(m.ticket_number) from message m where m.id = old.message_id;
    return null;
end $$;
create trigger file_is_found_no_more after delete on attachment
    for each row when (old.message_id is not null) execute function file_went();

create function ticket_was_changed() returns trigger language plpgsql as $$
begin
    if old.summary <> new.summary then
        perform renew_ticket_text(new.number);
    else
        update ticket_text set doc = case when new.queue_band is null then ts_delete(doc, '#open')
                                          else doc || array_to_tsvector(array['#open']) end
        where ticket_number = new.number;
    end if;
    return null;
end $$;
create trigger ticket_is_found_as_it_is after update of summary, queue_band on ticket
    for each row when (old.summary <> new.summary or (old.queue_band is null) <> (new.queue_band is null))
    execute function ticket_was_changed();

-- One word that somebody looks for: as English, as German or as it is; notes too where they may be read. With "starts" all that
-- begins with it. Empty for what holds no word.
create function word_query(word text, starts boolean, notes boolean) returns tsquery language sql immutable parallel safe as $$
    select coalesce(string_agg(whole, ' | '), '')::tsquery
    from (select string_agg(case when notes then '(' || one || '|' || note || ')' else one end, '&') as whole
          from unnest(case when starts then array['simple'] else array['english', 'german', 'simple'] end::regconfig[]) c(config),
               lateral unnest(tsvector_to_array(to_tsvector(c.config, word))) l(lexeme),
               lateral (select replace(replace(lexeme, '\', '\\'), '''', '''''') as safe,
                               case when starts then ':*' else '' end as rest) s,
               lateral (select '''' || safe || '''' || rest as one, '''!' || safe || '''' || rest as note) q
          group by c.config) queries
$$;
