-- What there is already can be found too, and the words have their index. What is sent meanwhile is taken in by the triggers.
-- Built beside what goes on; what broke off is begun anew.
insert into ticket_text (ticket_number, doc)
select t.number, ticket_text_of(t.number) from ticket t
where not exists (select from ticket_text x where x.ticket_number = t.number)
on conflict do nothing;

drop index concurrently if exists ticket_text_doc;
create index concurrently ticket_text_doc on ticket_text using gin (doc);

-- parts of words: of summaries, for what no word matches, and of names
drop index concurrently if exists ticket_summary_parts;
create index concurrently ticket_summary_parts on ticket using gin (summary gin_trgm_ops);
drop index concurrently if exists person_name_parts;
create index concurrently person_name_parts on person using gin (name gin_trgm_ops, email gin_trgm_ops);
drop index concurrently if exists organisation_name_parts;
create index concurrently organisation_name_parts on organisation using gin (name gin_trgm_ops);
