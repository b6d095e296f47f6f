package support.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.catalog.Channel;
import support.catalog.Hosting;
import support.catalog.Release;
import support.catalog.Version;
import support.catalog.VersionRange;
import support.database.Columns;

/** The releases of the apps, and on what they are supported. */
@Repository
public class Releases {
    private record Support(long release, long platform, VersionRange versions) {}

    private final JdbcClient database;

    Releases(JdbcClient database) {
        this.database = database;
    }

    /** Of one app, for all hostings; the newest version first. */
    public List<Release> of(long app) {
        Map<Long, Map<Long, VersionRange>> platforms = platforms(app);
        return database
                .sql("select id, hosting, version, channel, released_on from app_release where app_id = :app")
                .param("app", app)
                .query((row, n) -> release(row, platforms.getOrDefault(row.getLong("id"), Map.of())))
                .list()
                .stream()
                .sorted((a, b) -> b.version().compareTo(a.version()))
                .toList();
    }

    private Map<Long, Map<Long, VersionRange>> platforms(long app) {
        return database
                .sql("select p.release_id, p.platform_id, p.versions from app_release_platform p"
                        + " join app_release r on r.id = p.release_id where r.app_id = :app")
                .param("app", app)
                .query((row, n) -> new Support(
                        row.getLong("release_id"),
                        row.getLong("platform_id"),
                        VersionRange.parse(row.getString("versions")).orElseThrow()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Support::release, Collectors.toMap(Support::platform, Support::versions)));
    }

    private static Release release(ResultSet row, Map<Long, VersionRange> platforms) throws SQLException {
        return new Release(
                row.getLong("id"),
                Columns.constant(row, "hosting", Hosting.class),
                Version.parse(row.getString("version")).orElseThrow(),
                Columns.constant(row, "channel", Channel.class),
                row.getObject("released_on", LocalDate.class),
                platforms);
    }

    /**
     * Takes in a release, or changes what is known of it.
     *
     * @return its number
     */
    public long put(long app, Release release) {
        long id = database.sql("""
                        insert into app_release (app_id, hosting, version, channel, released_on)
                        values (:app, :hosting, :version, :channel, :released)
                        on conflict (app_id, hosting, version) do update
                        set channel = excluded.channel, released_on = excluded.released_on
                        returning id
                        """)
                .param("app", app)
                .param("hosting", release.hosting().name())
                .param("version", release.version().toString())
                .param("channel", release.channel().name())
                .param("released", release.releasedOn())
                .query(Long.class)
                .single();
        support(id, release.platforms());
        return id;
    }

    private void support(long release, Map<Long, VersionRange> platforms) {
        database.sql("delete from app_release_platform where release_id = :release")
                .param("release", release)
                .update();
        platforms.forEach((platform, versions) -> database.sql(
                        "insert into app_release_platform values (:release, :platform, :versions)")
                .param("release", release)
                .param("platform", platform)
                .param("versions", versions.text())
                .update());
    }

    /** Takes a release out of the catalogue; what was judged by it stays judged. */
    public void remove(long app, long release) {
        database.sql("delete from app_release where app_id = :app and id = :release")
                .param("app", app)
                .param("release", release)
                .update();
    }
}
