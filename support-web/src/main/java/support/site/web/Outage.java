package support.site.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says once that the database is away, looks for it until it answers, and says once that it is back. */
@Component
class Outage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final AtomicReference<@Nullable Thread> watch = new AtomicReference<>();

    Outage(DataSource database) {
        this.database = database;
    }

    /** Something has failed because the database is away. */
    void noticed(Throwable failure) {
        Thread watcher = Thread.ofVirtual().name("outage").unstarted(this::watch);
        if (watch.compareAndSet(null, watcher)) {
            LOG.warn("The database is away: {}", DatabaseAway.reason(failure));
            watcher.start();
        }
    }

    private void watch() {
        try {
            while (!answers()) {
                Thread.sleep(PAUSE);
            }
            watch.set(null);
            LOG.info("The database is back");
        } catch (InterruptedException e) {
            LOG.debug("the desk stops while its database is away");
        }
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false; // still away
        }
    }

    @Override
    public void close() {
        Thread watcher = watch.get();
        if (watcher != null) {
            watcher.interrupt();
        }
    }
}
