package support.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that belongs to this process. Its programs come from the class path, its data live in a folder
 * that survives restarts; it listens on the loopback address alone, wants a password, and is never left behind. When
 * it dies while the desk runs, it is started again under the same address.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String OWNER = "desk";
    private static final String APP = "desk_app";
    private static final String MAINTENANCE = "postgres";
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final FolderLock lock;
    private final Cluster cluster;
    private final Login owner;
    private final Login app;
    private final String secretKey;
    private final int port;
    private final Map<String, String> settings;
    private final Thread watcher;
    private volatile Guard guard;
    private volatile boolean closing;

    private LocalPostgres(ServerFolder folder, FolderLock lock, Map<String, String> others)
            throws IOException, InterruptedException {
        this.lock = lock;
        this.cluster = Cluster.in(folder);
        this.owner = new Login(OWNER, folder.password());
        this.app = new Login(APP, folder.appPassword());
        this.secretKey = folder.secretKey();
        this.port = Ports.free();
        this.settings = Settings.with(port, others);
        cluster.createOnce(OWNER);
        this.guard = cluster.launch(settings);
        this.watcher = Thread.ofVirtual().name("local-postgres").unstarted(this::watch);
    }

    /**
     * Starts the server and waits until it answers, also while it recovers from a crash.
     *
     * @param folder where everything of the server lives; made when it is not there
     * @throws DatabaseRefusedException when another desk runs on this folder, or the server cannot run here
     */
    public static LocalPostgres start(Path folder) {
        return start(folder, Map.of());
    }

    /**
     * Starts a server for tests.
     *
     * @param settings of PostgreSQL that replace the ones a desk uses
     */
    public static LocalPostgres start(Path folder, Map<String, String> settings) {
        try {
            return start(ServerFolder.at(folder), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL started", e);
        }
    }

    private static LocalPostgres start(ServerFolder folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        FolderLock lock = FolderLock.of(folder);
        try {
            var server = new LocalPostgres(folder, lock, settings);
            server.awaitReady();
            server.watcher.start();
            server.provideAppLogin();
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Who owns the data, and migrates them. */
    public Login owner() {
        return owner;
    }

    /** Who reads and writes what the migrations allow. */
    public Login app() {
        return app;
    }

    /** What the desk encrypts with, 32 bytes in base64: random, made at the first start, and kept beside the data. */
    public String secretKey() {
        return secretKey;
    }

    /** A connection of the owner, outside of any pool. */
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", owner.user());
        properties.setProperty("password", owner.password());
        properties.setProperty("connectTimeout", "2");
        return DriverManager.getConnection(url(database), properties);
    }

    /** Makes the database when it is not there, and proves that what is committed in it is on disk. */
    void provideDurable(String database) throws SQLException {
        try (Connection connection = connect(MAINTENANCE)) {
            provide(database, connection);
        }
        try (Connection connection = connect(database)) {
            Settings.assertDurable(connection);
        }
    }

    private static void provide(String database, Connection connection) throws SQLException {
        try (var known = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var creation = connection.createStatement()) {
            known.setString(1, database);
            if (!known.executeQuery().next()) {
                creation.execute("create database \"" + database + "\"");
            }
        }
    }

    /** Data folders that were made when there was one user only get the second one here. */
    private void provideAppLogin() {
        try (Connection connection = connect(MAINTENANCE)) {
            AppLogin.provide(app, connection);
        } catch (SQLException e) {
            close();
            throw new DatabaseRefusedException("The embedded PostgreSQL takes no login: " + e.getMessage(), e);
        }
    }

    /** Stops the server with a checkpoint and gives the folder free. */
    @Override
    public void close() {
        closing = true;
        watcher.interrupt();
        try (lock) {
            watcher.join();
            guard.stop();
        } catch (IOException e) {
            LOG.warn("PostgreSQL was not stopped in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws InterruptedException {
        while (!answers()) {
            if (!guard.isAlive()) {
                throw new DatabaseRefusedException("The embedded PostgreSQL does not start; its reason is the end of "
                        + cluster.folder().log() + ".");
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean answers() {
        try (Connection connection = connect(MAINTENANCE)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false; // not up yet, or still recovering
        }
    }

    private void watch() {
        try {
            while (!closing) {
                guard.awaitEnd();
                LOG.warn("PostgreSQL has ended; starting it again");
                startAgain();
            }
        } catch (InterruptedException e) {
            LOG.debug("the watch over PostgreSQL ends");
        }
    }

    private void startAgain() throws InterruptedException {
        try {
            guard = cluster.launch(settings);
            awaitReady();
            LOG.info("PostgreSQL is back");
        } catch (IOException | RuntimeException e) {
            LOG.warn("PostgreSQL did not start again: {}", e.getMessage());
            Thread.sleep(PAUSE_AFTER_FAILURE);
        }
    }
}
