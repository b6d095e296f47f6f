package support.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** A PostgreSQL server with an empty database, for tests of outages: stopped, and started again under its address. */
public final class StoppableServer implements AutoCloseable {
    private static final String DATABASE = "desk";
    private static final Map<String, String> FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private final Cluster cluster;
    private final int port;
    private final KnownConnection owner;
    private final KnownConnection app;
    private Guard guard;

    private StoppableServer(Path folder, Login owner, Login app) throws IOException, InterruptedException {
        this.cluster = Cluster.in(ServerFolder.at(folder));
        this.port = Ports.free();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        this.owner = new KnownConnection(url, owner);
        this.app = new KnownConnection(url, app);
        this.guard = launched();
    }

    /** A desk's own server, made as a desk makes it; whatever an earlier test left in the folder is emptied. */
    public static StoppableServer in(Path folder) throws IOException, InterruptedException, SQLException {
        Login owner;
        Login app;
        try (LocalPostgres maker = LocalPostgres.start(folder, FORGETFUL);
                Connection connection = maker.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
            owner = maker.owner();
            app = maker.app();
        }
        return new StoppableServer(folder, owner, app);
    }

    public KnownConnection owner() {
        return owner;
    }

    public KnownConnection app() {
        return app;
    }

    /** Does nothing when it runs. */
    public void start() throws IOException, InterruptedException {
        if (!guard.isAlive()) {
            guard = launched();
        }
    }

    /** Every connection ends at once, as when an admin stops the server. */
    public void stop() throws IOException, InterruptedException {
        guard.stop();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
    }

    private Guard launched() throws IOException, InterruptedException {
        Guard launched = cluster.launch(Settings.with(port, FORGETFUL));
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(this::answers);
        return launched;
    }

    private boolean answers() throws SQLException {
        Login login = owner.login();
        try (Connection connection = DriverManager.getConnection(owner.url(), login.user(), login.password())) {
            return connection.isValid(1);
        }
    }
}
