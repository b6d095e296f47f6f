package support.walk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A page that listens, as a browser does: it comes again with the id of the last message that it has read. */
final class Stream implements AutoCloseable {
    /** Far longer than anything takes here; a test fails then. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    record Message(String kind, String id, String data) {}

    private final HttpClient http = HttpClient.newHttpClient();
    final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    Stream(int port, String session, String query, @Nullable String last) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live" + query))
                .header("Accept", "text/event-stream")
                .header("Cookie", "SESSION=" + session)
                .timeout(PATIENCE);
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        try {
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The first message that is of interest; the test fails when the stream ends before. */
    Message next(Predicate<Message> wanted) {
        try {
            while (true) {
                Message message = read();
                if (wanted.test(message)) {
                    return message;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Message read() throws IOException {
        String kind = "";
        String id = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                return new Message(kind, id, data);
            } else if (line.startsWith("event: ")) {
                kind = line.substring("event: ".length());
            } else if (line.startsWith("id: ")) {
                id = line.substring("id: ".length());
            } else {
                data += line.substring("data: ".length());
            }
        }
        throw new AssertionError("the stream has ended");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
