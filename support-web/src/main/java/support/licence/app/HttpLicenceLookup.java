package support.licence.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import support.licence.ReportLine;

/**
 * Asks a service over HTTP, which answers with one licence in the shape of the report, or 404. It is given two seconds and 64
 * KB; after half of ten calls have failed it is left alone for half a minute. No redirect is followed, so nobody but the host
 * of the address is ever asked.
 */
@Component
@ConditionalOnProperty("desk.licences.lookup.url")
class HttpLicenceLookup implements LicenceLookup {
    private static final Logger LOG = LoggerFactory.getLogger(HttpLicenceLookup.class);
    private static final String NUMBER = "{number}";
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    private static final int LARGEST = 64 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LONGEST)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "licences",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(10)
                    .waitDurationInOpenState(LEFT_ALONE)
                    .build());
    private final Cache<String, Answer> answers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final String address;
    private final String token;
    private final Duration longest;

    @Autowired
    HttpLicenceLookup(
            @Value("${desk.licences.lookup.url}") String address,
            @Value("${desk.licences.lookup.token:}") String token) {
        this(address, token, LONGEST);
    }

    /** @throws IllegalArgumentException when the address has no place for the number behind its host, or is open to listeners */
    HttpLicenceLookup(String address, String token, Duration longest) {
        URI known = URI.create(address.replace(NUMBER, "0"));
        boolean local = "localhost".equals(known.getHost()) || "127.0.0.1".equals(known.getHost());
        boolean safe = "https".equals(known.getScheme()) || "http".equals(known.getScheme()) && local;
        int behindHost = address.indexOf('/', address.indexOf("://") + 3);
        if (!safe || behindHost < 0 || address.indexOf(NUMBER) < behindHost) {
            throw new IllegalArgumentException(
                    "desk.licences.lookup.url is an https address with " + NUMBER + " in its path");
        }
        this.address = address;
        this.token = token;
        this.longest = longest;
    }

    @Override
    public Answer find(String number) {
        if (number.matches("\\.*")) {
            // would be another place than one behind the address
            return new None();
        }
        Answer known = answers.getIfPresent(number);
        if (known != null) {
            return known;
        }
        try {
            Answer answer = breaker.executeCallable(() -> inTime(number));
            answers.put(number, answer);
            return answer;
        } catch (CallNotPermittedException leftAlone) {
            return new Unavailable();
        } catch (Exception unavailable) {
            LOG.warn("No licence could be looked up: {}", unavailable.toString());
            return new Unavailable();
        }
    }

    /** The whole answer, not its beginning alone, has to be there in time. */
    private Answer inTime(String number) throws ExecutionException, InterruptedException, TimeoutException {
        Future<Answer> asked = waiting.submit(() -> ask(number));
        try {
            return asked.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            asked.cancel(true);
        }
    }

    private Answer ask(String number) throws IOException, InterruptedException {
        String place = address.replace(
                NUMBER, URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(place)).timeout(longest).header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case 200 -> read(number, body.readNBytes(LARGEST));
                case 404 -> new None();
                default -> throw new IOException("answered with " + response.statusCode());
            };
        }
    }

    /** Whatever is no licence, or another one, is no answer. */
    private static Answer read(String number, byte[] body) throws IOException {
        ReportLine line;
        try {
            line = ReportLine.read(LicenceReport.columns(new String(body, StandardCharsets.UTF_8)));
        } catch (RuntimeException rubbish) {
            throw new IOException("answered with what is no licence", rubbish);
        }
        if (!line.isCalled(number)) {
            throw new IOException("answered with another licence");
        }
        return new Found(line.licence());
    }
}
