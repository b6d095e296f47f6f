package support.coverage.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which signed links were followed, and by whom: each works once. */
@Repository
public class LinkUses {
    private final JdbcClient database;

    LinkUses(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param jti the name that the app gave its link
     * @param licence what the link says of it; may be empty
     * @return empty when the link was used before
     */
    public Optional<UUID> use(long app, String jti, long person, String licence, Instant at) {
        return database.sql("""
                        insert into support_link_use values (:id, :app, :jti, :person, :at, :licence)
                        on conflict do nothing returning id
                        """)
                .param("id", UUID.randomUUID())
                .param("app", app)
                .param("jti", jti)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("licence", licence)
                .query(UUID.class)
                .optional();
    }

    /** Whether a link that this person followed said so of a licence for an app. */
    public boolean vouches(UUID id, long person, long app, String licence) {
        return database.sql("""
                        select exists (select from support_link_use where id = :id and person_id = :person and app_id = :app
                            and licence <> '' and upper(licence) = upper(:licence))
                        """)
                .param("id", id)
                .param("person", person)
                .param("app", app)
                .param("licence", licence)
                .query(Boolean.class)
                .single();
    }
}
