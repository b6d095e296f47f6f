import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On a desk that runs here: seconds from sending a generated licence report to its last line, then what a verdict costs: the
 * median milliseconds of the page's part that tells it, less those of the same part for an idea, which is not judged. A
 * hundred apps share the licences; of each company two are known.
 * Usage: bench/run Licences PORT LINES
 */
class Licences {
    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    static final Pattern APP = Pattern.compile("<option\\s+value=\"(\\d+)\"[^>]*>Signpost");
    static final String NAMES = "addonLicenseId,licenseId,appEntitlementNumber,addonKey,addonName,hosting,lastUpdated,"
            + "licenseType,status,tier,maintenanceStartDate,maintenanceEndDate,company,country,technicalContactName,"
            + "technicalContactEmail,billingContactName,billingContactEmail,partnerName,partnerType\n";
    static final int VERDICTS = 400;
    static URI desk;

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    static String get(HttpClient http, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(desk.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    static String csrf(String page) {
        Matcher token = CSRF.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no form on the page");
        }
        return token.group(1);
    }

    static HttpClient signedIn(String email) throws Exception {
        HttpClient http = client();
        String fields = "_csrf=" + encoded(csrf(get(http, "/sign-in"))) + "&email=" + encoded(email)
                + "&password=promises-hold";
        http.send(
                HttpRequest.newBuilder(desk.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return http;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String report(int lines) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder(lines * 260).append(NAMES);
        for (int i = 0; i < lines; i++) {
            int company = i / 2;
            String app = random.nextInt(100) == 0 ? "signpost" : "app-" + random.nextInt(99);
            LocalDate end = LocalDate.now().plusDays(random.nextInt(800) - 300);
            text.append(i).append(",SEN-").append(1_000_000 + i).append(",E-").append(Integer.toString(i, 36)).append(',')
                    .append(app).append(",\"The app, ").append(app).append("\",Data Center,").append(LocalDate.now())
                    .append(",COMMERCIAL,active,100 Users,").append(end.minusYears(1)).append(',').append(end)
                    .append(",Company ").append(company).append(",DE,Ann Bell,ann@company-").append(company)
                    .append(".example,Accounts,accounts@company-").append(company).append(".example,,\n");
        }
        return text.toString();
    }

    static double taken(HttpClient emil, String report) throws Exception {
        String token = csrf(get(emil, "/licences"));
        String boundary = "----licences";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + report + "\r\n--" + boundary + "--\r\n";
        long begun = System.nanoTime();
        HttpResponse<String> sent = emil.send(
                HttpRequest.newBuilder(desk.resolve("/licences/imports"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String run = sent.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(sent.body()));
        String page;
        do {
            Thread.sleep(Duration.ofMillis(100));
            page = get(emil, run);
        } while (page.contains("<progress"));
        if (!page.contains("All lines were read")) {
            throw new IllegalStateException(page);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    static double verdict(HttpClient marta) throws Exception {
        Matcher app = APP.matcher(get(marta, "/tickets/new"));
        if (!app.find()) {
            throw new IllegalStateException("the app is not in the form");
        }
        String path = "/tickets/coverage?appVersion=3.2&about.hosting=DATA_CENTER&app=" + app.group(1);
        double judged = median(marta, path + "&type=SUPPORT_REQUEST", true);
        double idea = median(marta, path + "&type=IDEA", false);
        System.out.printf("the part of the page with a verdict %.1f ms, without one (an idea) %.1f ms%n", judged, idea);
        return judged - idea;
    }

    static double median(HttpClient marta, String path, boolean judged) throws Exception {
        double[] times = new double[VERDICTS];
        for (int i = 0; i < VERDICTS * 2; i++) {
            long begun = System.nanoTime();
            String part = get(marta, path + "&about.licence=" + (i % 2 == 0 ? "" : "SEN-" + (1_000_000 + i)));
            if (part.contains("verdict__kind") != judged) {
                throw new IllegalStateException(part);
            }
            times[i % VERDICTS] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[VERDICTS / 2];
    }

    public static void main(String[] arguments) throws Exception {
        desk = URI.create("http://localhost:" + arguments[0]);
        String report = report(Integer.parseInt(arguments[1]));
        HttpClient emil = signedIn("emil@desk.example");
        double first = taken(emil, report);
        double again = taken(emil, report);
        System.out.printf("licence-import-200k: %.1f s, the same file again %.1f s%n", first, again);
        System.out.printf("verdict-ms: %.1f%n", verdict(signedIn("marta@nordlicht.example")));
        System.exit(0);
    }
}
