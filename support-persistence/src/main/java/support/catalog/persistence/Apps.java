package support.catalog.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.catalog.App;
import support.catalog.Hosting;
import support.catalog.Lifecycle;
import support.database.Columns;

/** The apps in the catalogue. */
@Repository
public class Apps {
    private static final String APPS = "select id, key, name, ours, lifecycle, retires_on, hostings from app a ";

    private final JdbcClient database;

    Apps(JdbcClient database) {
        this.database = database;
    }

    /** All of them, by name. */
    public List<App> all() {
        return database.sql(APPS + "order by name, id")
                .query((row, n) -> app(row))
                .list();
    }

    /** Apps of the vendor that are not retired, by name. */
    public List<App> active() {
        return database.sql(APPS + "where ours and lifecycle <> 'RETIRED' order by name, id")
                .query((row, n) -> app(row))
                .list();
    }

    /** The name of each app by its key. */
    public Map<String, String> names() {
        return all().stream().collect(Collectors.toMap(App::key, App::name));
    }

    public Optional<App> find(long id) {
        return database.sql(APPS + "where id = :id")
                .param("id", id)
                .query((row, n) -> app(row))
                .optional();
    }

    public Optional<App> find(String key) {
        return database.sql(APPS + "where key = :key")
                .param("key", key)
                .query((row, n) -> app(row))
                .optional();
    }

    /**
     * Takes in an app, or changes what is known of the one with this key.
     *
     * @param app whose number does not matter
     * @return its number
     */
    public long put(App app) {
        return database.sql("""
                        insert into app (key, name, ours, lifecycle, retires_on, hostings)
                        values (:key, :name, :ours, :lifecycle, :retires, :hostings)
                        on conflict (key) do update set name = excluded.name, ours = excluded.ours,
                            lifecycle = excluded.lifecycle, retires_on = excluded.retires_on, hostings = excluded.hostings
                        returning id
                        """)
                .param("key", app.key())
                .param("name", app.name())
                .param("ours", app.ours())
                .param("lifecycle", app.lifecycle().name())
                .param("retires", app.retiresOn())
                .param(
                        "hostings",
                        app.hostings().stream().map(Enum::name).sorted().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static App app(ResultSet row) throws SQLException {
        return new App(
                row.getLong("id"),
                row.getString("key"),
                row.getString("name"),
                row.getBoolean("ours"),
                Columns.constant(row, "lifecycle", Lifecycle.class),
                row.getObject("retires_on", LocalDate.class),
                hostings(row));
    }

    private static Set<Hosting> hostings(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("hostings").getArray())
                .map(Hosting::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
