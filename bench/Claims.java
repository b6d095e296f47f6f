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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two desks work on one database; 200 people of 20 partners, half of them at each desk, want one of the last 50 promo codes at
 * the same moment, and then one of the last 10 seats. 50 and 10 must get one, no two the same, and the others a clear answer.
 * The first desk has the embedded server; the second gets the same database by DESK_DB_URL.
 * Usage: bench/claims [PORT]   (after ./mvnw package)
 */
class Claims {
    static final int PARTNERS = 20;
    static final int PEOPLE = 200;
    static final int CODES = 50;
    static final int SEATS = 10;
    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Somebody with a browser at one of the desks. */
    static final class Guest {
        final URI desk;
        final String address;
        final Map<String, String> cookies = new HashMap<>();
        String csrf = "";
        String nonce = "";

        Guest(URI desk, String address) {
            this.desk = desk;
            this.address = address;
        }

        HttpResponse<String> get(String path) throws Exception {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(desk.resolve(path)));
            csrf = first(CSRF, answer.body());
            nonce = first(NONCE, answer.body());
            return answer;
        }

        HttpResponse<String> post(String path, String fields) throws Exception {
            String body = "_csrf=" + encoded(csrf) + "&" + fields;
            return send(HttpRequest.newBuilder(desk.resolve(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            String jar = cookies.entrySet().stream()
                    .map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("; "));
            if (!jar.isEmpty()) {
                request.header("Cookie", jar);
            }
            var answer = HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String pair = cookie.split(";", 2)[0];
                cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            return answer;
        }

        Guest signedIn() throws Exception {
            get("/sign-in");
            var answer = post("/sign-in", "email=" + encoded(address) + "&password=promises-hold");
            if (!location(answer).equals("/")) {
                throw new IllegalStateException(address + " cannot sign in: " + answer.statusCode() + location(answer));
            }
            return this;
        }
    }

    interface Claim {
        String by(Guest guest) throws Exception;
    }

    static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
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
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        for (int i = 0; i < 1800 && process.isAlive(); i++) {
            if (Files.readString(log).contains("The desk is ready")) {
                return process;
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the desk did not start: " + Files.readString(log));
    }

    static String password(Path folder, String name) throws Exception {
        return Files.readString(folder.resolve("postgres").resolve(name)).strip();
    }

    static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Partners with people who sign in as the people of the demo do, a campaign and a session. */
    static void prepare(Connection database) throws SQLException {
        run(database, "insert into organisation (name, shares_tickets, demo)"
                + " select 'Claims ' || n, true, true from generate_series(1, " + PARTNERS + ") as s (n)");
        run(database, "insert into partner (organisation_id, kind, standing, first_day, version)"
                + " select id, 'SOLUTION_PARTNER', 'ACTIVE', current_date - 1, 0 from organisation where name like 'Claims %'");
        run(database, "insert into person (organisation_id, email, name, role, password, zone, demo)"
                + " select o.id, 'claims-' || n || '@claims.example', 'Claimer ' || n, 'CUSTOMER', m.password, 'Europe/Berlin', true"
                + " from generate_series(0, " + (PEOPLE - 1) + ") as s (n)"
                + " join organisation o on o.name = 'Claims ' || (1 + n % " + PARTNERS + ")"
                + " join person m on m.email = 'marta@nordlicht.example'");
        run(database, "insert into campaign (app_id, name, discount, kinds, quota, first_day, last_day)"
                + " select min(id), 'Claims', '10 %', array['SOLUTION_PARTNER'], 100, current_date - 1, current_date + 30 from app");
        run(database, "insert into promo_code (campaign_id, code, source, added_at) select c.id, 'CLAIMS-' || n, 'DESK', now()"
                + " from campaign c, generate_series(1, " + CODES + ") as s (n) where c.name = 'Claims'");
        run(database, "insert into course (title, published) values ('Claims', true)");
        run(database, "insert into course_session (course_id, begins_at, ends_at, place, seats)"
                + " select id, now() + interval '5 days', now() + interval '5 days 1 hour', 'Online', " + SEATS
                + " from course where title = 'Claims'");
    }

    static List<Guest> crowd(int port) throws Exception {
        List<Future<Guest>> arriving = new ArrayList<>();
        try (var door = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < PEOPLE; i++) {
                URI desk = URI.create("http://127.0.0.1:" + (port + i % 2));
                String address = "claims-" + i + "@claims.example";
                arriving.add(door.submit(() -> new Guest(desk, address).signedIn()));
            }
        }
        List<Guest> crowd = new ArrayList<>();
        for (Future<Guest> guest : arriving) {
            crowd.add(guest.get());
        }
        return crowd;
    }

    /** All at once; answers how often each answer was given. */
    static Map<String, Long> rush(List<Guest> crowd, String form, Claim claim, String what) throws Exception {
        for (Guest guest : crowd) {
            guest.get(form);
        }
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        long begin;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Guest guest : crowd) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return claim.by(guest);
                }));
            }
            Thread.sleep(500);
            begin = System.nanoTime();
            start.countDown();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Map<String, Long> counts = new HashMap<>();
        for (Future<String> answer : answers) {
            counts.merge(answer.get(), 1L, Long::sum);
        }
        System.out.println(what + ": " + counts + " in " + took.toMillis() + " ms");
        return counts;
    }

    /** How far what was found is from what must be. */
    static long off(String what, long found, long wanted) {
        if (found != wanted) {
            System.out.println(what + ": " + found + ", not " + wanted);
        }
        return Math.abs(found - wanted);
    }

    static long claim(List<Guest> crowd, Connection database) throws Exception {
        long campaign = number(database, "select id from campaign where name = 'Claims'");
        long session = number(database, "select max(id) from course_session");
        long course = number(database, "select id from course where title = 'Claims'");
        var codes = rush(crowd, "/codes/" + campaign, guest -> {
            var answer = guest.post("/codes/" + campaign, "customer=Example&nonce=" + encoded(guest.nonce));
            return location(answer).contains("taken=")
                    ? "taken"
                    : answer.statusCode() == 422 && answer.body().contains("No code of this campaign is left")
                            ? "none left"
                            : "unclear " + answer.statusCode();
        }, "codes");
        var seats = rush(crowd, "/training/" + course, guest -> {
            String to = location(guest.post("/training/sessions/" + session + "/booking", ""));
            return to.endsWith("?booked") ? "booked" : to.endsWith("?waiting") ? "waiting" : "unclear " + to;
        }, "seats");
        return off("codes taken", codes.getOrDefault("taken", 0L), CODES)
                + off("told that none is left", codes.getOrDefault("none left", 0L), PEOPLE - CODES)
                + off("codes on record", number(database, "select count(distinct h.code_id) from promo_handout h"
                        + " join promo_code p on p.id = h.code_id where p.campaign_id = " + campaign), CODES)
                + off("handed out", number(database, "select count(*) from promo_handout h"
                        + " join promo_code p on p.id = h.code_id where p.campaign_id = " + campaign), CODES)
                + off("held by partners",
                        number(database, "select sum(held) from promo_share where campaign_id = " + campaign), CODES)
                + off("seats booked", seats.getOrDefault("booked", 0L), SEATS)
                + off("told that they wait", seats.getOrDefault("waiting", 0L), PEOPLE - SEATS)
                + off("seats on record", number(database,
                        "select count(distinct seat) from course_seat where session_id = " + session), SEATS)
                + off("people on record", number(database,
                        "select count(*) from course_seat where session_id = " + session), PEOPLE);
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 8111;
        Path folder = Files.createTempDirectory("desk-claims");
        Path data = folder.resolve("first");
        Process first = start(port, data, "first", Map.of());
        Process second = null;
        try {
            int database = Integer.parseInt(Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).get(3));
            String url = "jdbc:postgresql://127.0.0.1:" + database + "/desk";
            second = start(
                    port + 1,
                    folder.resolve("second"),
                    "second",
                    Map.of(
                            "DESK_DB_URL", url,
                            "DESK_DB_USER", "desk_app",
                            "DESK_DB_PASSWORD", password(data, "password-app"),
                            "DESK_DB_OWNER_USER", "desk",
                            "DESK_DB_OWNER_PASSWORD", password(data, "password")));
            try (Connection owner = DriverManager.getConnection(url, "desk", password(data, "password"))) {
                prepare(owner);
                List<Guest> crowd = crowd(port);
                System.out.println("claims-double: " + claim(crowd, owner));
            }
        } finally {
            if (second != null) {
                second.destroy();
                second.waitFor();
            }
            first.destroy();
            first.waitFor();
        }
    }
}
