import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Some users at a desk that runs on this machine, each asking for the next page as soon as the last has come, compressed
 * as for a browser. The kinds of requests take turns, in another order each round, so that none is measured in a colder
 * JVM than the others; the first rounds only warm it. Ends with the CPU milliseconds per request of the desk and its
 * PostgreSQL together, as /proc counts them, with what a request leaves to be done later: the median of the rounds.
 *
 * <p>Usage: bench/run Load PID [PORT [SIZE [REQUESTS [USERS]]]]; bench/load starts a desk of the wanted size for it.
 */
class Load {
    static final int WARMING = 6;
    static final int MEASURED = 5;
    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** An app for which all customers of the demo have a licence: what is not covered is not simply taken. */
    static final Pattern APP = Pattern.compile("<option\\s+value=\"(\\d+)\"[^>]*>Signpost");
    static final Pattern TICKET = Pattern.compile("/tickets/(SUP-[0-9]+)\"");
    static final String[] CUSTOMERS = {
        "marta@nordlicht.example", "avery@kestrel.example", "asha@himal.example", "lena@maplework.example"
    };

    /** Words of many thousand tickets, of some hundred (those that generated tickets have of their own), and two together. */
    static final String[] SOUGHT = {
        "export", "kelmirsul", "\"old state\"", "badenfi", "macro page", "wizota", "hurivem", "nolapas"
    };

    static URI desk;

    static class User {
        final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        String csrf = "";
        String app = "";

        String get(String path) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(desk.resolve(path))
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(path + ": " + answer.statusCode());
            }
            return text(answer);
        }

        /** Opens a form: what it sends needs its token. */
        String open(String path) throws Exception {
            String page = get(path);
            csrf = all(CSRF, page).getFirst();
            return page;
        }

        HttpResponse<String> post(String path, String... fields) throws Exception {
            StringBuilder body = new StringBuilder("_csrf=" + encoded(csrf));
            for (int i = 0; i < fields.length; i += 2) {
                body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
            }
            return http.send(
                    HttpRequest.newBuilder(desk.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        User signIn(String email) throws Exception {
            open("/sign-in");
            post("/sign-in", "email", email, "password", "promises-hold");
            return this;
        }

        void raise() throws Exception {
            HttpResponse<String> answer = post(
                    "/tickets",
                    "type", "SUPPORT_REQUEST",
                    "severity", "LEVEL_3",
                    "app", app,
                    "summary", "Load " + UUID.randomUUID(),
                    "description", "Some **words** about it.\n\n- one\n- two",
                    "nonce", UUID.randomUUID().toString());
            if (answer.statusCode() != 302) {
                throw new IOException("raise: " + answer.statusCode());
            }
        }
    }

    static String text(HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").isPresent()) {
            try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = plain.readAllBytes();
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<String> all(Pattern pattern, String text) {
        List<String> found = pattern.matcher(text).results().map(match -> match.group(1)).toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("not found: " + pattern);
        }
        return found;
    }

    interface Deed {
        void once(User user, int request) throws Exception;
    }

    /** One kind of requests, with what was measured of it. */
    record Kind(String id, List<User> users, Deed deed, List<Double> cpu, List<Long> nanos, List<Double> perSecond) {
        Kind(String id, List<User> users, Deed deed) {
            this(id, users, deed, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void measure(long pid, int requests) throws Exception {
            long cpuBefore = cpuMillis(pid);
            long start = System.nanoTime();
            long[] times = run(requests);
            perSecond.add(requests / ((System.nanoTime() - start) / 1e9));
            rest(pid);
            cpu.add((double) (cpuMillis(pid) - cpuBefore) / requests);
            Arrays.stream(times).forEach(nanos::add);
        }

        long[] run(int requests) throws Exception {
            long[] times = new long[requests];
            AtomicInteger next = new AtomicInteger();
            try (var pool = Executors.newFixedThreadPool(users.size())) {
                List<Callable<Void>> work = new ArrayList<>();
                for (User user : users) {
                    work.add(() -> {
                        for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                            long start = System.nanoTime();
                            deed.once(user, i);
                            times[i] = System.nanoTime() - start;
                        }
                        return null;
                    });
                }
                for (var done : pool.invokeAll(work)) {
                    done.get();
                }
            }
            return times;
        }

        void forget() {
            cpu.clear();
            nanos.clear();
            perSecond.clear();
        }

        void tell() {
            System.out.printf(
                    "%s: %.0f requests/s, p50 %.1f ms, p95 %.1f ms, CPU ms per request in each round: %s%n",
                    id,
                    part(perSecond, 50),
                    part(nanos, 50) / 1e6,
                    part(nanos, 95) / 1e6,
                    cpu.stream().map("%.2f"::formatted).toList());
        }

        static <N extends Number & Comparable<N>> double part(List<N> figures, int percent) {
            return figures.stream().sorted().toList().get(figures.size() * percent / 100).doubleValue();
        }
    }

    /** Until the desk does next to nothing, 10 s at most: letters are written to be delivered after the answer. */
    static void rest(long pid) throws Exception {
        long before = cpuMillis(pid);
        for (int tries = 0; tries < 20; tries++) {
            Thread.sleep(500);
            long now = cpuMillis(pid);
            if (now - before <= 20) {
                return;
            }
            before = now;
        }
    }

    /** User and system time of a process and all below it, the ended children of those included. */
    static long cpuMillis(long root) throws IOException {
        long ticks = 0;
        List<Long> tree = new ArrayList<>();
        tree.add(root);
        ProcessHandle.of(root).orElseThrow().descendants().forEach(child -> tree.add(child.pid()));
        for (long pid : tree) {
            Path stat = Path.of("/proc", Long.toString(pid), "stat");
            if (Files.exists(stat)) {
                String text = Files.readString(stat);
                String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
                for (int i = 11; i <= 14; i++) {
                    ticks += Long.parseLong(fields[i]);
                }
            }
        }
        return ticks * 10;
    }

    static List<Kind> kinds(String size, int count) throws Exception {
        List<User> customers = new ArrayList<>();
        List<User> agents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            User customer = new User().signIn(CUSTOMERS[i % CUSTOMERS.length]);
            customer.app = all(APP, customer.open("/tickets/new")).getFirst();
            customers.add(customer);
            agents.add(new User().signIn("ada@desk.example"));
        }
        List<String> tickets = all(TICKET, agents.getFirst().get("/queue"));
        return List.of(
                new Kind("cpu-create-" + size, customers, (user, i) -> user.raise()),
                new Kind(
                        "cpu-ticket-" + size,
                        agents,
                        (user, i) -> user.get("/tickets/" + tickets.get(i % tickets.size()))),
                new Kind("cpu-queue-" + size, agents, (user, i) -> user.get("/queue")),
                new Kind(
                        "cpu-search-" + size,
                        agents,
                        (user, i) -> user.get("/search?q=" + encoded(SOUGHT[i % SOUGHT.length]))),
                new Kind("cpu-list-" + size, customers, (user, i) -> user.get("/tickets")));
    }

    public static void main(String[] args) throws Exception {
        long pid = Long.parseLong(args[0]);
        desk = URI.create("http://127.0.0.1:" + (args.length > 1 ? args[1] : "8080"));
        List<Kind> kinds = kinds(args.length > 2 ? args[2] : "10k", args.length > 4 ? Integer.parseInt(args[4]) : 16);
        int requests = args.length > 3 ? Integer.parseInt(args[3]) : 1000;
        for (int round = 0; round < WARMING + MEASURED; round++) {
            if (round == WARMING) {
                kinds.forEach(Kind::tell);
                kinds.forEach(Kind::forget);
                System.out.println("warm; from here it counts");
            }
            for (int turn = 0; turn < kinds.size(); turn++) {
                kinds.get((round + turn) % kinds.size()).measure(pid, requests);
            }
        }
        kinds.forEach(Kind::tell);
        kinds.forEach(kind -> System.out.printf(
                "%s %.1f%n", kind.id().replace("cpu-", "p95-"), Kind.part(kind.nanos(), 95) / 1e6));
        kinds.forEach(kind -> System.out.printf("%s %.1f%n", kind.id(), Kind.part(kind.cpu(), 50)));
    }
}
