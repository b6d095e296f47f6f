import java.io.IOException;
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

/**
 * Sixteen users at a desk that runs on this machine, one kind of request after the other; bounded in count. For each:
 * requests per second, p50, p95, and last the CPU milliseconds per request of the desk and its PostgreSQL together, as
 * /proc counts them. Usage: bench/run Load PID [REQUESTS [USERS [PORT]]]
 */
class Load {
    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    static final Pattern APP = Pattern.compile("<option[^>]*value=\"([0-9]+)\"");
    static final Pattern TICKET = Pattern.compile("/tickets/(SUP-[0-9]+)\"");

    static URI desk;

    static class User {
        final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        String csrf = "";
        String app = "";

        String get(String path) throws Exception {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(desk.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + ": " + answer.statusCode());
            }
            Matcher token = CSRF.matcher(answer.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return answer.body();
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
            get("/sign-in");
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

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not found: " + pattern);
        }
        return matcher.group(1);
    }

    interface Deed {
        void once(User user) throws Exception;
    }

    static void measure(String id, long pid, int requests, List<User> users, Deed deed) throws Exception {
        run(requests / 2, users, deed); // warm
        long cpu = cpuMillis(pid);
        long start = System.nanoTime();
        long[] times = run(requests, users, deed);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = (double) (cpuMillis(pid) - cpu) / requests;
        Arrays.sort(times);
        System.out.printf(
                "%s: %.0f requests/s, p50 %.1f ms, p95 %.1f ms, CPU ms per request: %.2f%n",
                id, requests / seconds, times[requests / 2] / 1e6, times[requests * 95 / 100] / 1e6, used);
    }

    static long[] run(int requests, List<User> users, Deed deed) throws Exception {
        long[] times = new long[requests];
        AtomicInteger next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(users.size())) {
            List<Callable<Void>> work = new ArrayList<>();
            for (User user : users) {
                work.add(() -> {
                    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                        long start = System.nanoTime();
                        deed.once(user);
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

    public static void main(String[] args) throws Exception {
        long pid = Long.parseLong(args[0]);
        int requests = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
        int count = args.length > 2 ? Integer.parseInt(args[2]) : 16;
        desk = URI.create("http://127.0.0.1:" + (args.length > 3 ? args[3] : "8080"));
        List<User> customers = new ArrayList<>();
        List<User> agents = new ArrayList<>();
        String[] mails = {"marta@nordlicht.example", "avery@kestrel.example", "asha@himal.example", "lena@maplework.example"};
        for (int i = 0; i < count; i++) {
            User customer = new User().signIn(mails[i % mails.length]);
            customer.app = first(APP, customer.get("/tickets/new"));
            customers.add(customer);
            agents.add(new User().signIn("ada@desk.example"));
        }
        String ticket = first(TICKET, agents.getFirst().get("/queue"));
        measure("cpu-list-10k", pid, requests, customers, user -> user.get("/tickets"));
        measure("cpu-ticket-10k", pid, requests, agents, user -> user.get("/tickets/" + ticket));
        measure("cpu-queue-10k", pid, requests, agents, user -> user.get("/queue"));
        measure("cpu-create-10k", pid, requests, customers, User::raise);
    }
}
