import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two desks work on one database; while the timers of many promises come due, one of the two is killed with SIGKILL.
 * Each promise must be warned about once and missed once, and each of these told in one letter. The first desk has the
 * embedded server and lives on; the second gets the same database by DESK_DB_URL and is killed in the midst of the
 * warnings, in a moment when it holds timers. Usage: bench/timers [TICKETS [PORT]]   (after ./mvnw package)
 */
class Timers {
    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** An app for which all customers of the demo have a licence: what is not covered is not simply taken. */
    static final Pattern APP = Pattern.compile("<option\\s+value=\"(\\d+)\"[^>]*>Signpost");
    static final Duration LONGEST = Duration.ofMinutes(6);
    static final String MARK = "timers-";
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    static URI desk;

    static HttpResponse<String> get(URI at) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(at).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(desk.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not found: " + pattern);
        }
        return matcher.group(1);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static void signIn(String email) throws Exception {
        String token = first(CSRF, get(desk.resolve("/sign-in")).body());
        var answer = post(
                "/sign-in", "_csrf=" + encoded(token) + "&email=" + encoded(email) + "&password=promises-hold");
        if (!answer.headers().firstValue("Location").orElse("").equals("/")) {
            throw new IllegalStateException(email + " cannot sign in");
        }
    }

    static void raise(int tickets) throws Exception {
        String form = get(desk.resolve("/tickets/new")).body();
        String fixed = "_csrf=" + encoded(first(CSRF, form)) + "&app=" + first(APP, form)
                + "&type=SUPPORT_REQUEST&severity=LEVEL_4&description=words&summary=" + MARK;
        for (int i = 0; i < tickets; i++) {
            int status = post("/tickets", fixed + i + "&nonce=" + UUID.randomUUID()).statusCode();
            if (status != 302) {
                throw new IllegalStateException("ticket " + i + " was answered with " + status);
            }
        }
    }

    /** Starts a desk and waits until it says that it is ready. */
    static Process start(int port, Path folder, String name, Map<String, String> environment) throws Exception {
        Path log = Path.of(folder + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                "bin/desk",
                "--server.port=" + port,
                "--desk.data-dir=" + folder,
                "--db-scheduler.scheduler-name=" + name);
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        for (int i = 0; i < 1200 && process.isAlive(); i++) {
            if (Files.readString(log).contains("The desk is ready")) {
                return process;
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the desk did not start: " + Files.readString(log));
    }

    static long count(Connection database, String sql) throws SQLException {
        try (var answer = database.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    static String password(Path folder, String name) throws Exception {
        return Files.readString(folder.resolve("postgres").resolve(name)).strip();
    }

    /**
     * All warnings come due in five seconds, all promises are missed two minutes later: what the killed desk held is taken
     * over in about one, and a promise that is missed by then is rightly not warned about any more. The shortest real
     * promise leaves a quarter of an hour.
     */
    static void bringNear(Connection database, int tickets) throws SQLException {
        String mine = "(select number from ticket where summary like '" + MARK + "%')";
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            int promises = statement.executeUpdate(
                    "update promise set warn_at = now() + interval '5 s', due_at = now() + interval '125 s' where ticket_number in "
                            + mine);
            int timers = statement.executeUpdate(
                    "update scheduled_tasks set execution_time = now() + interval '5 s', version = version + 1"
                            + " where task_name = 'promise' and task_instance in (select n::text from " + mine
                            + " as t(n))");
            if (promises != tickets || timers != tickets) {
                throw new IllegalStateException(promises + " promises, " + timers + " timers for " + tickets);
            }
        }
        database.commit();
        database.setAutoCommit(true);
    }

    /** Kills the desk once it has picked timers while a fifth of the warnings are out; answers how many it held. */
    static long killAmidst(Process victim, Connection database, String name, int tickets) throws Exception {
        String held = "select count(*) from scheduled_tasks where task_name = 'promise' and picked and picked_by = '" + name
                + "'";
        long giveUp = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < giveUp) {
            if (events(database, "PROMISE_WARNED") >= tickets / 5 && count(database, held) > 0) {
                victim.destroyForcibly().waitFor();
                return count(database, held);
            }
            Thread.sleep(5);
        }
        throw new IllegalStateException("the second desk never held a timer");
    }

    static long events(Connection database, String kind) throws SQLException {
        return count(
                database,
                "select count(*) from ticket_event e join ticket t on t.number = e.ticket_number where t.summary like '"
                        + MARK + "%' and e.kind = '" + kind + "'");
    }

    /** How many of the tickets have none of what each must have once, or how many more than one they have together. */
    static long wrong(Connection database, String table, String kind, boolean lost) throws SQLException {
        String counts = "select count(x.kind) c from ticket t left join " + table
                + " x on x.ticket_number = t.number and x.kind = '" + kind + "' where t.summary like '" + MARK
                + "%' group by t.number";
        return count(
                database,
                lost
                        ? "select count(*) from (" + counts + ") s where c = 0"
                        : "select coalesce(sum(c - 1), 0) from (" + counts + ") s where c > 1");
    }

    static long wrong(Connection database, boolean lost) throws SQLException {
        long sum = 0;
        for (String kind : new String[] {"PROMISE_WARNED", "PROMISE_MISSED", "WARNING", "MISSED"}) {
            long wrong = wrong(database, kind.startsWith("PROMISE") ? "ticket_event" : "letter", kind, lost);
            System.out.println(kind + (lost ? " lost: " : " double: ") + wrong);
            sum += wrong;
        }
        return sum;
    }

    /** Waits until no timer of the tickets is left, and a bounded time at most. */
    static void awaitQuiet(Connection database) throws Exception {
        String left = "select count(*) from scheduled_tasks s join ticket t on s.task_instance = t.number::text"
                + " where s.task_name = 'promise' and t.summary like '" + MARK + "%'";
        long giveUp = System.nanoTime() + LONGEST.toNanos();
        while (count(database, left) > 0 && System.nanoTime() < giveUp) {
            Thread.sleep(200);
        }
    }

    public static void main(String[] args) throws Exception {
        int tickets = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 8097;
        Path folder = Files.createTempDirectory("desk-timers");
        desk = URI.create("http://127.0.0.1:" + port);
        Path data = folder.resolve("first");
        Process survivor = start(port, data, "survivor", Map.of());
        Process victim = null;
        try {
            signIn("marta@nordlicht.example");
            raise(tickets);
            int database = Integer.parseInt(Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).get(3));
            String url = "jdbc:postgresql://127.0.0.1:" + database + "/desk";
            victim = start(
                    port + 1,
                    folder.resolve("second"),
                    "victim",
                    Map.of(
                            "DESK_DB_URL", url,
                            "DESK_DB_USER", "desk_app",
                            "DESK_DB_PASSWORD", password(data, "password-app"),
                            "DESK_DB_OWNER_USER", "desk",
                            "DESK_DB_OWNER_PASSWORD", password(data, "password")));
            try (Connection owner = DriverManager.getConnection(url, "desk", password(data, "password"))) {
                bringNear(owner, tickets);
                long held = killAmidst(victim, owner, "victim", tickets);
                long killed = System.nanoTime();
                System.out.println("killed with " + events(owner, "PROMISE_WARNED") + " of " + tickets
                        + " warnings recorded, holding " + held + " timers");
                awaitQuiet(owner);
                System.out.println("all timers done " + Duration.ofNanos(System.nanoTime() - killed).toSeconds()
                        + " s after the kill");
                long twice = wrong(owner, false);
                long lost = wrong(owner, true);
                System.out.println("timers-double: " + twice);
                System.out.println("timers-lost: " + lost);
            }
        } finally {
            if (victim != null) {
                victim.destroyForcibly();
            }
            survivor.destroy();
            survivor.waitFor();
        }
    }
}
