package support.access.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.PersonState;

/** Whom a provider of single sign-on lets in: by issuer and subject, never by mail address. */
@Repository
public class Identities {
    /** The person whom an identity belongs to, who may not be allowed to sign in now. */
    public record Owner(long person, PersonState state) {}

    private final JdbcClient database;

    Identities(JdbcClient database) {
        this.database = database;
    }

    public Optional<Owner> owner(String issuer, String subject) {
        return database.sql("""
                        select p.id, p.state from identity i join person p on p.id = i.person_id
                        where i.issuer = :issuer and i.subject = :subject
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, n) -> new Owner(row.getLong("id"), Columns.constant(row, "state", PersonState.class)))
                .optional();
    }

    /**
     * Links an identity with a person.
     *
     * @throws org.springframework.dao.DuplicateKeyException when it belongs to somebody already, or the person has
     *     another one of this issuer
     */
    public void add(String issuer, String subject, long person, Instant now) {
        database.sql(
                        "insert into identity (issuer, subject, person_id, linked_at) values (:issuer, :subject, :person, :now)")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean has(long person, String issuer) {
        return database.sql("select exists (select from identity where person_id = :person and issuer = :issuer)")
                .param("person", person)
                .param("issuer", issuer)
                .query(Boolean.class)
                .single();
    }

    /** @return false when there was none */
    public boolean removeAllOf(long person) {
        return database.sql("delete from identity where person_id = :person")
                        .param("person", person)
                        .update()
                > 0;
    }
}
