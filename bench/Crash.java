import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the packaged desk with SIGKILL at random moments while customers raise tickets and keep a journal of what was
 * acknowledged; at the end every acknowledged ticket, and its letter, must be there. Usage:
 * bench/run Crash [KILLS [PORT [FOLDER]]]   (after ./mvnw package)
 */
class Crash {
    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** An app for which all customers of the demo have a licence: what is not covered is not simply taken. */
    static final Pattern APP = Pattern.compile("<option\\s+value=\"(\\d+)\"[^>]*>Signpost");
    static URI desk;

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .cookieHandler(new CookieManager())
                .build();
    }

    static HttpResponse<String> get(HttpClient http, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(desk.resolve(path)).timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> post(HttpClient http, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(desk.resolve(path))
                        .timeout(Duration.ofSeconds(10))
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

    static HttpClient signedIn(String email) throws Exception {
        HttpClient http = client();
        for (int i = 0; i < 60; i++) {
            String token = first(CSRF, get(http, "/sign-in").body());
            var answer = post(
                    http, "/sign-in", "_csrf=" + encoded(token) + "&email=" + encoded(email) + "&password=promises-hold");
            if (answer.headers().firstValue("Location").orElse("").equals("/")) {
                return http;
            }
            Thread.sleep(500); // at the first start the demo people may not be there yet
        }
        throw new IllegalStateException(email + " cannot sign in");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Raises tickets until it is told to stop or the desk is gone. */
    static void customer(HttpClient http, List<String> journal, AtomicBoolean stop) {
        try {
            String form = get(http, "/tickets/new").body();
            String fixed = "_csrf=" + encoded(first(CSRF, form)) + "&app=" + first(APP, form)
                    + "&type=SUPPORT_REQUEST&severity=LEVEL_4&description=words";
            while (!stop.get()) {
                String name = "crash-" + UUID.randomUUID();
                var answer = post(http, "/tickets", fixed + "&summary=" + name + "&nonce=" + UUID.randomUUID());
                if (answer.statusCode() == 302 && answer.headers().firstValue("Location").orElse("").contains("/SUP-")) {
                    journal.add(name + " " + answer.headers().firstValue("Location").orElse(""));
                }
            }
        } catch (Exception gone) {
            // killed: what was under way was not acknowledged
        }
    }

    static Process start(Path folder, int port) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bin/desk", "--server.port=" + port, "--desk.data-dir=" + folder);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of(folder + ".log").toFile()));
        Process process = builder.start();
        for (int i = 0; i < 600; i++) {
            try {
                if (get(client(), "/sign-in").statusCode() == 200) {
                    return process;
                }
            } catch (java.io.IOException notYet) {
                // it is still starting
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the desk did not start; see " + folder + ".log");
    }

    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 8099;
        Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("desk-crash").resolve("data");
        desk = URI.create("http://127.0.0.1:" + port);
        Random random = new Random(7);
        List<String> journal = Collections.synchronizedList(new ArrayList<>());
        Process process = start(folder, port);
        HttpClient marta = signedIn("marta@nordlicht.example");
        for (int kill = 1; kill <= kills; kill++) {
            AtomicBoolean stop = new AtomicBoolean();
            List<Thread> customers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                customers.add(Thread.startVirtualThread(() -> customer(marta, journal, stop)));
            }
            Thread.sleep(300 + random.nextInt(1500));
            process.destroyForcibly().waitFor();
            stop.set(true);
            for (Thread customer : customers) {
                customer.join();
            }
            process = start(folder, port);
            if (kill % 10 == 0) {
                System.out.println(kill + " kills, " + journal.size() + " acknowledged");
            }
        }
        if (journal.isEmpty()) {
            throw new IllegalStateException("nothing was acknowledged, so nothing could be lost");
        }
        int lost = 0;
        for (String entry : journal) {
            String[] parts = entry.split(" ");
            String page = get(marta, parts[1].replace("/confirmation", "")).body();
            lost += page.contains(parts[0]) ? 0 : 1;
        }
        HttpClient emil = signedIn("emil@desk.example");
        int unwritten = 0;
        for (String entry : journal) {
            String number = entry.replaceAll(".*/(SUP-[0-9]+)/.*", "$1");
            unwritten += get(emil, "/outbox?ticket=" + number).body().contains("[" + number + "]") ? 0 : 1;
        }
        process.destroy();
        System.out.println(journal.size() + " acknowledged tickets; tickets lost: " + lost + "; letters lost: " + unwritten);
        System.out.println("crash-lost: " + (lost + unwritten));
    }
}
