import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrong sign-ins do to those who are signed in: p95 of the queue for four agents who open it every half second, first in
 * peace, then under wrong sign-ins of ever other accounts, each with an X-Forwarded-For of its own. A desk that trusts this machine as
 * a proxy (DESK_TRUSTED_PROXIES=127\.0\.0\.1) takes each for another network, so that no limit helps and passwords are really hashed;
 * one that does not refuses nearly all of them. Bounded in count and time; the ratio comes last.
 * Usage: bench/run Attack [PORT [WRONG_A_SECOND [SECONDS]]]
 */
class Attack {
    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    static final int AGENTS = 4;

    static URI desk;

    static class Visitor {
        final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        String csrf = "";

        void open(String path) throws Exception {
            HttpResponse<String> page =
                    http.send(HttpRequest.newBuilder(desk.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
            Matcher token = CSRF.matcher(page.body());
            if (page.statusCode() != 200 || !token.find()) {
                throw new IllegalStateException(path + ": " + page.statusCode());
            }
            csrf = token.group(1);
        }

        HttpResponse<String> signIn(String email, String password, String network) throws Exception {
            String body = "_csrf=" + encoded(csrf) + "&email=" + encoded(email) + "&password=" + encoded(password);
            return http.send(
                    HttpRequest.newBuilder(desk.resolve("/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-Forwarded-For", network)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** p95 in milliseconds of the queue page. */
    static double queue(List<Visitor> agents, int seconds) throws Exception {
        List<Long> times = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (var pool = Executors.newFixedThreadPool(agents.size())) {
            List<Callable<Void>> work = new ArrayList<>();
            for (Visitor agent : agents) {
                work.add(() -> {
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        agent.open("/queue");
                        synchronized (times) {
                            times.add(System.nanoTime() - start);
                        }
                        Thread.sleep(500);
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length * 95 / 100] / 1e6;
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
        int aSecond = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        desk = URI.create("http://localhost:" + port);
        List<Visitor> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            Visitor agent = new Visitor();
            agent.open("/sign-in");
            agent.signIn("ada@desk.example", "promises-hold", "198.51.100.1");
            agents.add(agent);
        }
        queue(agents, seconds / 2); // warm
        double peace = queue(agents, seconds);
        AtomicInteger sent = new AtomicInteger();
        int[] answers = new int[3];
        double attacked;
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
                var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            Visitor attacker = new Visitor();
            attacker.open("/sign-in");
            clock.scheduleAtFixedRate(
                    () -> attackers.submit(() -> {
                        int n = sent.incrementAndGet();
                        String network = "10." + n / 65536 % 256 + "." + n / 256 % 256 + "." + n % 256;
                        try {
                            String to = attacker.signIn("nobody" + n + "@nowhere.example", "wrong password", network)
                                    .headers()
                                    .firstValue("Location")
                                    .orElse("");
                            answers[to.contains("error") ? 0 : to.contains("later") ? 1 : 2]++;
                        } catch (Exception e) {
                            answers[2]++;
                        }
                    }),
                    0, 1_000_000 / aSecond, TimeUnit.MICROSECONDS);
            attacked = queue(agents, seconds);
            clock.shutdownNow();
        }
        System.out.printf(
                "sent %d wrong sign-ins in %d s: %d hashed and refused, %d told to wait, %d other%n",
                sent.get(), seconds, answers[0], answers[1], answers[2]);
        System.out.printf("queue p95: %.1f ms in peace, %.1f ms attacked; ratio: %.2f%n", peace, attacked, attacked / peace);
    }
}
