package support.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the embedded server is started with. Given on its command line, where no file and no SQL can change it. */
final class Settings {
    /** Without any of these three a commit that was acknowledged can be lost. */
    static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Settings() {}

    static Map<String, String> with(int port, Map<String, String> others) {
        Map<String, String> settings = new LinkedHashMap<>();
        DURABLE.forEach(name -> settings.put(name, "on"));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", String.valueOf(port));
        settings.put("unix_socket_directories", "");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_checkpoints", "off");
        settings.putAll(small());
        settings.putAll(others);
        return settings;
    }

    /** One desk is the only client: few connections, little memory, no helper processes for reading and planning. */
    private static Map<String, String> small() {
        return Map.of(
                "shared_buffers", "48MB",
                "max_connections", "30",
                "io_method", "sync",
                "jit", "off",
                "max_parallel_workers_per_gather", "0",
                "max_wal_size", "256MB");
    }

    /** @throws DatabaseRefusedException when a session of this server could lose what it acknowledged */
    static void assertDurable(Connection connection) throws SQLException {
        for (String name : DURABLE) {
            String value = show(connection, name);
            if (!value.equals("on")) {
                throw new DatabaseRefusedException("The embedded PostgreSQL runs with " + name + "=" + value
                        + ": tickets could be lost, so the desk does not start.");
            }
        }
    }

    static String show(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
