package support.api.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers to requests that may arrive twice, by the key that the one who asks has chosen. */
@Repository
public class ApiAnswers {
    /** @param sha256 of the request that was answered */
    public record Kept(byte[] sha256, String location, String body) {}

    private final JdbcClient database;

    ApiAnswers(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes the key for the running transaction. A second request with it waits here until the first is decided.
     *
     * @param limit a key that was taken before then is free again
     * @return false when there is an answer already
     */
    public boolean begin(long person, String key, byte[] sha256, Instant now, Instant limit) {
        database.sql("delete from api_answer where person_id = :person and key = :key and made_at < :limit")
                .param("person", person)
                .param("key", key)
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("""
                                insert into api_answer (person_id, key, sha256, made_at) values (:person, :key, :sha256, :now)
                                on conflict do nothing
                                """)
                        .param("person", person)
                        .param("key", key)
                        .param("sha256", sha256)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public void finish(long person, String key, String location, String body) {
        database.sql(
                        "update api_answer set location = :location, body = :body where person_id = :person and key = :key")
                .param("person", person)
                .param("key", key)
                .param("location", location)
                .param("body", body)
                .update();
    }

    /** The answer that is there. */
    public Kept kept(long person, String key) {
        return database.sql("select sha256, location, body from api_answer where person_id = :person and key = :key")
                .param("person", person)
                .param("key", key)
                .query((row, n) -> new Kept(row.getBytes("sha256"), row.getString("location"), row.getString("body")))
                .single();
    }
}
