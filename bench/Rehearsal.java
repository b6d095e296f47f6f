import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Seconds from asking for a rehearsal of a policy draft over all history to its last promise, on a desk that runs here: the
 * worst of three runs. Level 2 is promised in half the time and level 3 in twice, so that many promises differ.
 * Usage: bench/run Rehearsal [PORT]
 */
class Rehearsal {
    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(revision|basedOn)\" value=\"(\\d+)\"");
    static final Pattern TIME = Pattern.compile("name=\"(time-FIRST_RESPONSE-[^\"]*LEVEL_(\\d)[^\"]*)\"");
    static final int[] HOURS = {1, 2, 16, 24};
    static final int RUNS = 3;
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    static URI desk;

    static String get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(desk.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    static void post(String page, String path, String fields, int expected) throws Exception {
        Matcher token = CSRF.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no form on the page before " + path);
        }
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(desk.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token.group(1)) + fields))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String draft(String page) {
        StringBuilder fields = new StringBuilder("&warnAtPercent=75");
        for (Matcher hidden = HIDDEN.matcher(page); hidden.find(); ) {
            fields.append('&').append(hidden.group(1)).append('=').append(hidden.group(2));
        }
        for (Matcher time = TIME.matcher(page); time.find(); ) {
            int level = Integer.parseInt(time.group(2));
            fields.append('&').append(time.group(1)).append('=').append(HOURS[level - 1]);
        }
        return fields.toString();
    }

    static double rehearse() throws Exception {
        String page = get("/terms/rehearsal");
        long begun = System.nanoTime();
        post(page, "/terms/rehearsal", "&calendar=&from=&to=", 302);
        do {
            Thread.sleep(Duration.ofMillis(20));
            page = get("/terms/rehearsal");
        } while (page.contains("<progress"));
        double seconds = (System.nanoTime() - begun) / 1e9;
        Matcher sentence = Pattern.compile("On [\\d,]+ tickets[^<]+").matcher(page);
        System.out.printf("%s %.2f s%n", sentence.find() ? sentence.group() : "nothing differs", seconds);
        return seconds;
    }

    public static void main(String[] arguments) throws Exception {
        desk = URI.create("http://localhost:" + (arguments.length > 0 ? arguments[0] : "8080"));
        post(get("/sign-in"), "/sign-in", "&email=dana%40desk.example&password=promises-hold", 302);
        String policy = get("/terms/policy");
        post(policy, "/terms/policy", draft(policy), 302);
        double worst = 0;
        for (int i = 0; i < RUNS; i++) {
            worst = Math.max(worst, rehearse());
        }
        System.out.printf("%.1f%n", worst);
        System.exit(0);
    }
}
