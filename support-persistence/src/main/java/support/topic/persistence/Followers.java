package support.topic.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who voted for a topic, or said that it happens to them too: each person once. */
@Repository
public class Followers {
    /** Somebody who is told what becomes of it. */
    public record Follower(String address, String name) {}

    /** How much an organisation wants it: by its people, and by the licences that run. */
    public record Weight(String organisation, long people, long licences) {}

    private final JdbcClient database;

    Followers(JdbcClient database) {
        this.database = database;
    }

    /** Whoever follows it already goes on to. */
    public void add(long topic, long person, Instant at) {
        database.sql("""
                        insert into topic_follower (topic_id, person_id, followed_at) values (:topic, :person, :at)
                        on conflict do nothing
                        """)
                .param("topic", topic)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void remove(long topic, long person) {
        database.sql("delete from topic_follower where topic_id = :topic and person_id = :person")
                .param("topic", topic)
                .param("person", person)
                .update();
    }

    /** Those who may come in. */
    public List<Follower> of(long topic) {
        return database.sql("""
                        select p.email, p.name from topic_follower f join person p on p.id = f.person_id
                        where f.topic_id = :topic and p.state = 'ACTIVE' order by p.id
                        """)
                .param("topic", topic)
                .query((row, n) -> new Follower(row.getString("email"), row.getString("name")))
                .list();
    }

    /** By organisation, the one with most people first. */
    public List<Weight> weights(long topic) {
        return database.sql("""
                        select o.name, count(*) as people,
                               (select count(*) from licence l where l.status = 'ACTIVE' and l.app_key = a.key
                                and (l.id in (select w.licence_id from licence_organisation w where w.organisation_id = o.id)
                                     or lower(split_part(l.technical_contact, '@', 2)) in
                                        (select d.domain from mail_domain d where d.organisation_id = o.id))) as licences
                        from topic_follower f join topic t on t.id = f.topic_id join app a on a.id = t.app_id
                        join person p on p.id = f.person_id join organisation o on o.id = p.organisation_id
                        where f.topic_id = :topic
                        group by o.id, o.name, a.key order by people desc, licences desc, o.name
                        """)
                .param("topic", topic)
                .query((row, n) -> new Weight(row.getString("name"), row.getLong("people"), row.getLong("licences")))
                .list();
    }
}
