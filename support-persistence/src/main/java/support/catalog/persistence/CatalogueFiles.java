package support.catalog.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;

/** Files that an admin looks at before they are taken into the catalogue; kept for a day. */
@Repository
public class CatalogueFiles {
    /**
     * @param app whose versions it holds; null for a file of another kind
     * @param platform whose lines it holds; null for a file of another kind
     */
    public record Kept(
            UUID id,
            String name,
            String content,
            @Nullable Long app,
            @Nullable Long platform) {}

    private final JdbcClient database;

    CatalogueFiles(JdbcClient database) {
        this.database = database;
    }

    public void add(Kept file, long by, Instant at) {
        database.sql("delete from catalogue_file where uploaded_at < :yesterday")
                .param("yesterday", at.minusSeconds(24 * 3600).atOffset(ZoneOffset.UTC))
                .update();
        database.sql("insert into catalogue_file values (:id, :name, :content, :app, :platform, :by, :at)")
                .param("id", file.id)
                .param("name", file.name)
                .param("content", file.content)
                .param("app", file.app)
                .param("platform", file.platform)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Kept> find(UUID id) {
        return database.sql("select * from catalogue_file where id = :id")
                .param("id", id)
                .query((row, n) -> new Kept(
                        id,
                        row.getString("name"),
                        row.getString("content"),
                        Columns.numberOrNull(row, "app_id"),
                        Columns.numberOrNull(row, "platform_id")))
                .optional();
    }

    public void remove(UUID id) {
        database.sql("delete from catalogue_file where id = :id")
                .param("id", id)
                .update();
    }
}
