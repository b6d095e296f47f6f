package support.privacy.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.ticket.TicketNumber;

/** Everything that the desk knows of one person and that this person may have. */
@Repository
public class PersonalData {
    /** A file that the person gave to the desk. */
    public record Upload(UUID id, String name, long size) {}

    /** What of each kind there is of a person; the dry run of erasing. */
    public record Counts(long tickets, long messages, long files, long letters, long sessions) {}

    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("person", """
                select p.id, p.email, p.name, p.role, p.state, p.zone, p.language, p.single_keys, p.undo_sends, p.manages, p.created_at, p.signed_in_at,
                       o.name as organisation
                from person p left join organisation o on o.id = p.organisation_id where p.id = :person""");
        SECTIONS.put("tickets", """
                select number, type, severity, case when number <> all (:withheld) then status end as status, summary, app_version,
                       platform, raised_at, case when number <> all (:withheld) then changed_at end as changed_at
                from ticket where requester_id = :person order by number""");
        SECTIONS.put("messages", """
                select ticket_number, body, internal, written_at from message where author_id = :person order by id""");
        SECTIONS.put("answers", """
                select m.ticket_number, m.body, m.written_at from message m join ticket t on t.number = m.ticket_number
                where t.requester_id = :person and m.author_id <> :person and not m.internal and t.number <> all (:withheld)
                order by m.id""");
        SECTIONS.put("drafts", """
                select ticket_number, internal, body, saved_at from draft where person_id = :person order by ticket_number, internal""");
        SECTIONS.put("views", """
                select name, query from saved_view where owner_id = :person order by id""");
        SECTIONS.put("macros", """
                select title, body, next_status, array_to_string(tags, ' ') as tags from macro where owner_id = :person order by id""");
        SECTIONS.put("automations", """
                select name, trigger, hours, query, note, array_to_string(adds, ' ') as adds, array_to_string(removes, ' ') as removes
                from automation where keeper_id = :person order by id""");
        SECTIONS.put("coverage", """
                select j.ticket_number, j.judged_at, j.verdict, cast(j.claim as text) as claim
                from coverage_judgement j join ticket t on t.number = j.ticket_number
                where t.requester_id = :person and t.number <> all (:withheld) order by j.ticket_number, j.ordinal""");
        SECTIONS.put("reasons", """
                select ticket_number, happened_at, kind, data ->> 'reason' as reason
                from ticket_event where actor_id = :person and data ->> 'reason' <> '' order by id""");
        SECTIONS.put("partnership", """
                select happened_at, step, words from partner_event where actor_id = :person and words <> '' order by id""");
        SECTIONS.put("consents", """
                select o.name as partner, c.company, e.happened_at, e.consent, e.words
                from end_customer_event e join end_customer c on c.id = e.end_customer_id
                join organisation o on o.id = c.partner_id
                left join person p on p.id = :person and lower(p.email) = lower(c.contact)
                where e.actor_id = :person or p.id is not null and e.consent = 'ASKED' order by e.id""");
        SECTIONS.put("topics", """
                select t.kind, t.title, f.followed_at from topic_follower f join topic t on t.id = f.topic_id
                where f.person_id = :person and t.published order by f.followed_at, t.id""");
        SECTIONS.put("codes", """
                select c.name as campaign, p.code, h.customer, h.given_at from promo_handout h
                join promo_code p on p.id = h.code_id join campaign c on c.id = p.campaign_id
                where h.person_id = :person order by h.given_at, p.id""");
        SECTIONS.put("training", """
                select c.title as course, m.title as part, d.done_at from material_done d join material m on m.id = d.material_id
                join course c on c.id = m.course_id where d.person_id = :person order by d.done_at, m.id""");
        SECTIONS.put("seats", """
                select c.title as course, s.begins_at, s.place, x.seat, x.asked_at, x.attended from course_seat x
                join course_session s on s.id = x.session_id join course c on c.id = s.course_id
                where x.person_id = :person order by s.begins_at, s.id""");
        SECTIONS.put("certificates", """
                select course, number, name, issued_on, withdrawn, reason from certificate
                where person_id = :person order by issued_on, number""");
        SECTIONS.put("mentions", """
                select ticket_number, mentioned_at from mention where person_id = :person order by mentioned_at, ticket_number""");
        SECTIONS.put("skills", """
                select a.name as app from team_skill k join app a on a.id = k.app_id where k.person_id = :person order by a.name""");
        SECTIONS.put("absences", """
                select first_day, last_day from absence where person_id = :person order by first_day, id""");
        SECTIONS.put("files", """
                select id, name, media_type, size, uploaded_at from attachment where uploader_id = :person order by uploaded_at""");
        SECTIONS.put("letters", """
                select l.kind, l.subject, replace(l.body_text, coalesce(l.secret, ''), '') as text, l.state, l.written_at, l.sent_at
                from letter l join person p on lower(p.email) = lower(l.recipient) where p.id = :person order by l.written_at""");
        SECTIONS.put("identities", """
                select issuer, subject, linked_at from identity where person_id = :person order by linked_at""");
        SECTIONS.put("tokens", """
                select name, prefix, array_to_string(scopes, ' ') as scopes, created_at, expires_at, last_used_at
                from api_token where person_id = :person order by id""");
        SECTIONS.put("deeds", """
                select happened_at, deed, subject, network from audit_entry
                where actor_id = :person or subject = 'person:' || cast(:person as text) order by id""");
    }

    private final JdbcClient database;

    PersonalData(JdbcClient database) {
        this.database = database;
    }

    /**
     * By section, in the order in which one would read them.
     *
     * @param withheld tickets of which the person reads but their own words
     */
    public Map<String, List<Map<String, Object>>> of(long person, List<TicketNumber> withheld) {
        Long[] numbers = withheld.stream().map(TicketNumber::value).toArray(Long[]::new);
        Map<String, List<Map<String, Object>>> data = new LinkedHashMap<>();
        SECTIONS.forEach((section, sql) -> data.put(
                section,
                database.sql(sql)
                        .param("person", person)
                        .param("withheld", numbers)
                        .query()
                        .listOfRows()));
        return data;
    }

    public List<Upload> uploads(long person) {
        return database.sql(
                        "select id, name, size from attachment where uploader_id = :person order by uploaded_at, id")
                .param("person", person)
                .query((row, n) ->
                        new Upload(row.getObject("id", UUID.class), row.getString("name"), row.getLong("size")))
                .list();
    }

    public Counts count(long person) {
        return database.sql("""
                        select (select count(*) from ticket where requester_id = :person) as tickets,
                               (select count(*) from message where author_id = :person) as messages,
                               (select count(*) from attachment where uploader_id = :person) as files,
                               (select count(*) from letter l join person p on lower(p.email) = lower(l.recipient)
                                where p.id = :person) as letters,
                               (select count(*) from spring_session where principal_name = cast(:person as text)) as sessions
                        """)
                .param("person", person)
                .query((row, n) -> new Counts(
                        row.getLong("tickets"),
                        row.getLong("messages"),
                        row.getLong("files"),
                        row.getLong("letters"),
                        row.getLong("sessions")))
                .single();
    }
}
