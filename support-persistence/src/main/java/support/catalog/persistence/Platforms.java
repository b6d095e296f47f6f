package support.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.catalog.Platform;
import support.catalog.PlatformRelease;
import support.catalog.VersionRange;
import support.database.Columns;

/** On what the apps run, and until when its makers support it. */
@Repository
public class Platforms {
    private static final String PLATFORMS = "select id, key, name, kind from platform ";

    private final JdbcClient database;

    Platforms(JdbcClient database) {
        this.database = database;
    }

    /** By kind and name. */
    public List<Platform> all() {
        return database.sql(PLATFORMS + "order by kind desc, name, id")
                .query((row, n) -> platform(row))
                .list();
    }

    public Optional<Platform> find(long id) {
        return database.sql(PLATFORMS + "where id = :id")
                .param("id", id)
                .query((row, n) -> platform(row))
                .optional();
    }

    /** The lines of one platform; the newest version last. */
    public List<PlatformRelease> lines(long platform) {
        return database
                .sql("select version, released_on, support_ends_on from platform_release where platform_id = :platform")
                .param("platform", platform)
                .query((row, n) -> line(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(line -> line.versions().first()))
                .toList();
    }

    private static Platform platform(ResultSet row) throws SQLException {
        return new Platform(
                row.getLong("id"),
                row.getString("key"),
                row.getString("name"),
                Columns.constant(row, "kind", Platform.Kind.class));
    }

    private static PlatformRelease line(ResultSet row) throws SQLException {
        return new PlatformRelease(
                VersionRange.parse(row.getString("version")).orElseThrow(),
                row.getObject("released_on", LocalDate.class),
                row.getObject("support_ends_on", LocalDate.class));
    }

    /**
     * Takes in a platform, or gives the one with this key another name.
     *
     * @return its number
     */
    public long put(String key, String name, Platform.Kind kind) {
        return database.sql("""
                        insert into platform (key, name, kind) values (:key, :name, :kind)
                        on conflict (key) do update set name = excluded.name, kind = excluded.kind
                        returning id
                        """)
                .param("key", key)
                .param("name", name)
                .param("kind", kind.name())
                .query(Long.class)
                .single();
    }

    /** Takes in a line, or changes what is known of it. */
    public void put(long platform, PlatformRelease line) {
        database.sql("""
                        insert into platform_release (platform_id, version, released_on, support_ends_on)
                        values (:platform, :version, :released, :ends)
                        on conflict (platform_id, version) do update
                        set released_on = excluded.released_on, support_ends_on = excluded.support_ends_on
                        """)
                .param("platform", platform)
                .param("version", line.versions().text())
                .param("released", line.releasedOn())
                .param("ends", line.supportEndsOn())
                .update();
    }

    public void remove(long platform, String version) {
        database.sql("delete from platform_release where platform_id = :platform and version = :version")
                .param("platform", platform)
                .param("version", version)
                .update();
    }
}
