package support.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;

/** The public keys with which apps sign their links to the form. */
@Repository
public class AppKeys {
    /** @param revokedAt null while it signs */
    public record Key(
            long app,
            String kid,
            String jwk,
            Instant addedAt,
            @Nullable Instant revokedAt) {}

    private final JdbcClient database;

    AppKeys(JdbcClient database) {
        this.database = database;
    }

    /** The newest first, revoked ones too. */
    public List<Key> of(long app) {
        return database.sql("select * from app_key where app_id = :app order by added_at desc, kid")
                .param("app", app)
                .query((row, n) -> key(row))
                .list();
    }

    /** One that signs, by the key of its app and its own name. */
    public Optional<Key> find(String appKey, String kid) {
        return database.sql("select k.* from app_key k join app a on a.id = k.app_id"
                        + " where a.key = :app and k.kid = :kid and k.revoked_at is null")
                .param("app", appKey)
                .param("kid", kid)
                .query((row, n) -> key(row))
                .optional();
    }

    /** @return false when the app has a key of that name, also a revoked one */
    public boolean add(long app, String kid, String jwk, Instant at) {
        return database.sql("insert into app_key values (:app, :kid, :jwk, :at) on conflict do nothing")
                        .param("app", app)
                        .param("kid", kid)
                        .param("jwk", jwk)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public void revoke(long app, String kid, Instant at) {
        database.sql("update app_key set revoked_at = :at where app_id = :app and kid = :kid and revoked_at is null")
                .param("app", app)
                .param("kid", kid)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getLong("app_id"),
                row.getString("kid"),
                row.getString("jwk"),
                Columns.instant(row, "added_at"),
                Columns.instantOrNull(row, "revoked_at"));
    }
}
