package support.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import support.database.KnownConnection;
import support.database.LocalPostgres;
import support.database.Login;
import support.database.Migrations;

/**
 * The one PostgreSQL server of a test run: a container where Docker is, the embedded server else. It need not survive
 * a crash, so it does not wait for the disk.
 */
record TestServer(String prefix, Login owner, Login app) {
    private static final String TEMPLATE = "test_template";
    private static final Map<String, String> FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "100");

    static TestServer start() {
        boolean embedded = "embedded".equals(System.getenv("SUPPORT_TEST_DB"));
        boolean docker = !embedded && DockerClientFactory.instance().isDockerAvailable();
        TestServer server = docker ? container() : embedded();
        server.dropDatabasesOfEarlierRuns();
        server.execute("create database " + TEMPLATE);
        FluentConfiguration flyway =
                Flyway.configure().dataSource(server.prefix + TEMPLATE, server.owner.user(), server.owner.password());
        Migrations.tell(flyway, server.app.user());
        flyway.load().migrate();
        return server;
    }

    /** A copy of the migrated template, in some 60 ms. */
    TestDatabase.Copy copy(String database) {
        execute("create database " + database + " template " + TEMPLATE + " strategy file_copy");
        String url = prefix + database;
        return new TestDatabase.Copy(new KnownConnection(url, app), new KnownConnection(url, owner));
    }

    private static TestServer container() {
        var container = new PostgreSQLContainer("postgres:18-alpine")
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C --locale-provider=icu --icu-locale=und");
        container.setCommand(containerCommand());
        container.start();
        String prefix = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
        Login owner = new Login(container.getUsername(), container.getPassword());
        TestServer server = new TestServer(prefix, owner, new Login("desk_app", "test"));
        server.execute("create role desk_app login password 'test'");
        return server;
    }

    private static TestServer embedded() {
        LocalPostgres server = LocalPostgres.start(Path.of("target", "test-postgres"), FORGETFUL);
        return new TestServer(server.url(""), server.owner(), server.app());
    }

    private static String[] containerCommand() {
        return Stream.concat(
                        Stream.of("postgres"),
                        FORGETFUL.entrySet().stream().flatMap(e -> Stream.of("-c", e.getKey() + "=" + e.getValue())))
                .toArray(String[]::new);
    }

    private void dropDatabasesOfEarlierRuns() {
        try (Connection connection = connect();
                var names =
                        connection.prepareStatement("select datname from pg_database where datname like 'test\\_%'");
                var rows = names.executeQuery()) {
            while (rows.next()) {
                execute("drop database " + rows.getString(1) + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(prefix + "postgres", owner.user(), owner.password());
    }
}
