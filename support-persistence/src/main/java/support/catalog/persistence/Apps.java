package support.catalog.persistence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.catalog.App;
import support.catalog.Lifecycle;
import support.database.Columns;

/** The apps in the catalogue. */
@Repository
public class Apps {
    private final JdbcClient database;

    Apps(JdbcClient database) {
        this.database = database;
    }

    /** Apps on which one can raise a ticket, by name: all that are not retired. */
    public List<App> active() {
        return database.sql("select id, key, name, lifecycle from app where lifecycle <> 'RETIRED' order by name, id")
                .query((row, n) -> new App(
                        row.getLong("id"),
                        row.getString("key"),
                        row.getString("name"),
                        Columns.constant(row, "lifecycle", Lifecycle.class)))
                .list();
    }
}
