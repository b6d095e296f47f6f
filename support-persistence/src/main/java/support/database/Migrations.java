package support.database;

import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What the migrations have to be told before they run, wherever they do. */
public final class Migrations {
    private Migrations() {}

    /**
     * The role whom the desk is at work goes into the grants at their end. Whoever migrates holds a lock of the session and
     * no open transaction, for which an index that is built beside what goes on would wait.
     */
    public static void tell(FluentConfiguration flyway, String app) {
        flyway.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
        flyway.placeholders(Map.of("app", app));
    }
}
