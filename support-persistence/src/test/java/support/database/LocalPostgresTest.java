package support.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all cases: each finds what the one before has left, as a desk does. */
class LocalPostgresTest {
    private static final String DATABASE = "desk";

    @TempDir
    private static Path somewhere;

    private static Path folder = Path.of("");

    @BeforeAll
    static void choose_a_folder_with_a_space() {
        folder = somewhere.resolve("a desk");
    }

    @BeforeEach
    void keep_a_row() throws SQLException {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            server.provideDurable(DATABASE);
            run(server, "create table if not exists kept (word text)");
            run(server, "truncate kept");
            run(server, "insert into kept values ('acknowledged')");
        }
    }

    @Test
    void what_was_written_is_there_after_a_restart() throws SQLException {
        assertNothingIsLost();
    }

    @Test
    void commits_wait_for_the_disk() throws SQLException {
        try (LocalPostgres server = LocalPostgres.start(folder);
                Connection connection = server.connect(DATABASE)) {
            for (String name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(Settings.show(connection, name)).as(name).isEqualTo("on");
            }
        }
    }

    @Test
    void a_server_that_does_not_wait_for_the_disk_is_refused() {
        try (LocalPostgres server = LocalPostgres.start(folder, Map.of("fsync", "off"))) {
            assertThatThrownBy(() -> server.provideDurable(DATABASE))
                    .isInstanceOf(DatabaseRefusedException.class)
                    .hasMessageContaining("fsync=off");
        }
    }

    @Test
    void words_are_sorted_as_people_sort_them() throws SQLException {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            String sorted = "select string_agg(w, ' ' order by w) from (values ('zebra'), ('Ärger'), ('arm')) v(w)";
            assertThat(text(server, sorted)).isEqualTo("Ärger arm zebra");
        }
    }

    @Test
    void nobody_enters_without_the_password_that_only_the_owner_can_read() throws IOException {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            server.url(DATABASE), server.owner().user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password-app"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_folder_from_before_there_were_two_logins_gets_the_second() throws Exception {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            run(server, "drop role desk_app");
        }
        Files.delete(folder.resolve("password-app"));
        assertTheAppEntersAndOwnsNothing();
    }

    @Test
    void a_lost_password_of_the_app_is_replaced() throws Exception {
        Files.writeString(folder.resolve("password-app"), "another");
        assertTheAppEntersAndOwnsNothing();
    }

    private static void assertTheAppEntersAndOwnsNothing() throws SQLException {
        try (LocalPostgres server = LocalPostgres.start(folder);
                Connection app = DriverManager.getConnection(
                        server.url(DATABASE), server.app().user(), server.app().password());
                var statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table more (word text)"))
                    .hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(() -> statement.execute("select * from kept"))
                    .hasMessageContaining("permission denied for table kept");
        }
    }

    @Test
    void only_this_machine_can_reach_it() throws IOException {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            int port =
                    URI.create(server.url(DATABASE).substring("jdbc:".length())).getPort();
            assertThat(canConnect(InetAddress.getLoopbackAddress(), port)).isTrue();
            for (InetAddress outside : addressesOfThisMachine()) {
                assertThat(canConnect(outside, port)).as("%s", outside).isFalse();
            }
        }
    }

    @Test
    void a_second_desk_is_kept_away_from_the_data() {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            assertThatThrownBy(() -> LocalPostgres.start(folder))
                    .isInstanceOf(DatabaseRefusedException.class)
                    .hasMessageContaining(folder.toString());
            assertThat(server.url(DATABASE)).isNotEmpty();
        }
    }

    @Test
    void a_second_process_is_kept_away_from_the_data() throws Exception {
        OtherDesk other = OtherDesk.on(folder);
        try {
            assertThatThrownBy(() -> LocalPostgres.start(folder)).isInstanceOf(DatabaseRefusedException.class);
        } finally {
            other.kill();
        }
    }

    @Test
    void a_killed_desk_leaves_no_server_behind() throws Exception {
        OtherDesk other = OtherDesk.on(folder);
        List<ProcessHandle> servers = other.children();
        other.kill();
        await().atMost(Duration.ofSeconds(20)).until(() -> servers.stream().noneMatch(LocalPostgresTest::runs));
        assertNothingIsLost();
    }

    @Test
    void a_desk_starts_after_everything_was_killed_at_once() throws Exception {
        OtherDesk other = OtherDesk.on(folder);
        List<ProcessHandle> servers = other.children();
        servers.forEach(ProcessHandle::destroyForcibly);
        other.kill();
        assertNothingIsLost();
    }

    @Test
    void an_orphaned_server_is_stopped_first() throws Exception {
        ProcessHandle orphan = orphan();
        assertThat(runs(orphan)).isTrue();
        assertNothingIsLost();
        assertThat(runs(orphan)).isFalse();
    }

    /** Its last deed but one is to remove the file by which pg_ctl knows it. */
    @Test
    void a_server_that_is_just_ending_is_waited_for() throws Exception {
        ProcessHandle orphan = orphan();
        Path tooLate = programThat("kill -INT $(head -n 1 \"$2/postmaster.pid\"); echo 'no PID file'; exit 1");
        Leftover.stop(ServerFolder.at(folder), new Programs(tooLate, Privileges.AS_IS));
        assertThat(runs(orphan)).isFalse();
    }

    private static ProcessHandle orphan() throws Exception {
        OtherDesk other = OtherDesk.on(folder);
        ProcessHandle orphan = postmaster().orElseThrow();
        other.children().stream().filter(child -> !isPostgres(child)).forEach(ProcessHandle::destroyForcibly);
        other.kill();
        return orphan;
    }

    private static Path programThat(String script) throws IOException {
        Path home = Files.createTempDirectory(somewhere, "programs");
        Path program = Files.createDirectories(home.resolve("bin")).resolve("pg_ctl");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return home;
    }

    @Test
    void a_server_that_dies_alone_comes_back_under_the_same_address() throws Exception {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            postmaster().orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> kept(server).equals("acknowledged"));
            assertThat(postmaster())
                    .hasValueSatisfying(again -> assertThat(runs(again)).isTrue());
        }
    }

    private static void assertNothingIsLost() throws SQLException {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            assertThat(kept(server)).isEqualTo("acknowledged");
        }
    }

    private static Optional<ProcessHandle> postmaster() throws IOException {
        String number =
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(number.strip()));
    }

    /** A dead process that nobody has collected yet has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/postgres");
    }

    private static boolean canConnect(InetAddress address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static List<InetAddress> addressesOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
    }

    private static String kept(LocalPostgres server) throws SQLException {
        return text(server, "select word from kept");
    }

    private static String text(LocalPostgres server, String sql) throws SQLException {
        try (Connection connection = server.connect(DATABASE);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(LocalPostgres server, String sql) throws SQLException {
        try (Connection connection = server.connect(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
