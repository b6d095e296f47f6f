package support.access.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.access.ApiToken;
import support.access.Grant;
import support.access.Scope;
import support.database.Columns;

/** The API tokens of people: what they are called and what they are good for, never the tokens themselves. */
@Repository
public class ApiTokens {
    /** A token as its owner sees it. */
    public record Line(
            long id,
            String name,
            String prefix,
            Set<Scope> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    private final JdbcClient database;

    ApiTokens(JdbcClient database) {
        this.database = database;
    }

    public void add(ApiToken token, long person, String name, Set<Scope> scopes, Instant now, Instant expiresAt) {
        database.sql("""
                        insert into api_token (person_id, name, prefix, sha256, scopes, created_at, expires_at)
                        values (:person, :name, :prefix, :sha256, string_to_array(:scopes, ' '), :now, :expiresAt)
                        """)
                .param("person", person)
                .param("name", name)
                .param("prefix", token.prefix())
                .param("sha256", token.sha256())
                .param("scopes", scopes.stream().map(Scope::text).sorted().collect(Collectors.joining(" ")))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first, those included that have expired. */
    public List<Line> of(long person) {
        return database.sql(
                        "select *, array_to_string(scopes, ' ') as words from api_token where person_id = :person order by id desc")
                .param("person", person)
                .query((row, n) -> line(row))
                .list();
    }

    /** What the token allows now; empty for one that is unknown or has expired, or whose owner may not sign in. */
    public Optional<Grant> find(ApiToken token, Instant now) {
        return database.sql("""
                        select t.*, array_to_string(t.scopes, ' ') as words
                        from api_token t join person p on p.id = t.person_id and p.state = 'ACTIVE'
                        where t.sha256 = :sha256 and t.expires_at > :now
                        """)
                .param("sha256", token.sha256())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> grant(row))
                .optional();
    }

    /** Notes that it was used, at most once a minute: a busy token shall not cost a write for each request. */
    public void used(long token, Instant now) {
        database.sql("""
                        update api_token set last_used_at = :now
                        where id = :token and (last_used_at is null or last_used_at <= cast(:now as timestamptz) - interval '1 minute')
                        """)
                .param("token", token)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return how it was called; empty when that person has no such token */
    public Optional<String> remove(long person, long token) {
        return database.sql("delete from api_token where person_id = :person and id = :token returning name")
                .param("person", person)
                .param("token", token)
                .query(String.class)
                .optional();
    }

    public void removeAllOf(long person) {
        database.sql("delete from api_token where person_id = :person")
                .param("person", person)
                .update();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("name"),
                row.getString("prefix"),
                scopes(row),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "last_used_at"));
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("name"),
                scopes(row),
                Columns.instant(row, "expires_at"));
    }

    /** One that a later version of the desk knows and this one does not, counts for nothing. */
    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream(row.getString("words").split(" ", -1))
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
