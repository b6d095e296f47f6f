package support.walk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Somebody with a browser that has no script: follows no redirects by itself, sends the hidden fields of the last page. */
final class Visitor {
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    /** @param location where a redirect leads; empty when it is none */
    record Page(int status, String body, String location) {}

    record Upload(String field, String name, byte[] content) {
        Upload(String name, byte[] content) {
            this("files", name, content);
        }
    }

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI desk;
    private final Map<String, String> hidden = new ConcurrentHashMap<>();

    Visitor(int port) {
        desk = URI.create("http://localhost:" + port);
    }

    Visitor signedIn(String email) {
        get("/sign-in");
        Page page = post("/sign-in", Map.of("email", email, "password", "promises-hold"));
        if (page.status != 302 || page.location.contains("error")) {
            throw new IllegalStateException(email + " could not sign in: " + page.location);
        }
        return this;
    }

    Page get(String path) {
        Page page = send(HttpRequest.newBuilder(desk.resolve(path)).GET());
        hidden.clear();
        Matcher field = HIDDEN.matcher(page.body);
        while (field.find()) {
            Matcher name = NAME.matcher(field.group());
            Matcher value = VALUE.matcher(field.group());
            if (name.find() && value.find()) {
                hidden.putIfAbsent(name.group(1), value.group(1));
            }
        }
        return page;
    }

    /** What a page asks for by itself, while nobody may be there. */
    Page alone(String path) {
        return send(HttpRequest.newBuilder(desk.resolve(path))
                .header("X-By-Itself", "1")
                .GET());
    }

    /** The value of the session's cookie; empty when there is none. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith("SESSION"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Goes on with a session that was kept, as somebody who has copied its cookie. */
    void take(String session) {
        HttpCookie cookie = new HttpCookie("SESSION", session);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().removeAll();
        cookies.getCookieStore().add(desk, cookie);
    }

    /** The files in a ZIP, by name. */
    Map<String, String> zip(String path) {
        try {
            byte[] archive = http.send(
                            HttpRequest.newBuilder(desk.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            Map<String, String> files = new HashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
                for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                    files.put(file.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String hidden(String name) {
        return String.valueOf(hidden.get(name));
    }

    /** Fields of the last page's forms go along, unless others are given. */
    Page post(String path, Map<String, String> fields) {
        String body = all(fields).entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(desk.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Page post(String path, Map<String, String> fields, Upload... files) {
        String boundary = "----desk";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all(fields)
                .forEach((name, value) -> write(
                        body,
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                                + "\r\n"));
        for (Upload file : files) {
            write(
                    body,
                    "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field + "\"; filename=\""
                            + file.name + "\"\r\nContent-Type: text/html\r\n\r\n");
            body.writeBytes(file.content);
            write(body, "\r\n");
        }
        write(body, "--" + boundary + "--\r\n");
        return send(HttpRequest.newBuilder(desk.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private Map<String, String> all(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(hidden);
        all.putAll(fields);
        return all;
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One header of what a link leads to; empty when there is none. */
    String header(String path, String name) {
        return answer(HttpRequest.newBuilder(desk.resolve(path)).GET())
                .headers()
                .firstValue(name)
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page send(HttpRequest.Builder request) {
        HttpResponse<String> response = answer(request);
        return new Page(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Location").orElse(""));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
