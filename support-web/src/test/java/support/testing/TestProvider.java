package support.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A provider of OpenID Connect with one client and a page to sign in at, over HTTP: authorization codes that work once
 * and only with the verifier of their challenge (S256), discovery, keys, user info. Tests make it err.
 */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "desk";
    public static final String SECRET = "a-secret-that-client-and-provider-share";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    /** How an ID token is signed. */
    public enum Signature {
        RIGHT,
        ANOTHER_KEY,
        UNKNOWN_KEY,
        CLIENT_SECRET,
        NONE
    }

    private record Grant(Map<String, String> request, String user, long signedInAt) {}

    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, String> accessTokens = new ConcurrentHashMap<>();
    private volatile JWK key = rsa();
    private volatile String callsItself;
    private volatile boolean away;
    private volatile boolean bareTokens;
    private volatile Signature signature = Signature.RIGHT;
    private volatile Consumer<JWTClaimsSet.Builder> change = claims -> {};

    private TestProvider(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        callsItself = issuer();
        server.createContext("/.well-known/openid-configuration", exchange -> guarded(exchange, this::describe));
        server.createContext("/jwks", exchange -> guarded(exchange, this::keys));
        server.createContext("/authorize", exchange -> guarded(exchange, this::authorize));
        server.createContext("/token", exchange -> guarded(exchange, this::token));
        server.createContext("/userinfo", exchange -> guarded(exchange, this::userInfo));
        server.start();
    }

    /** On a free port of this machine. */
    public static TestProvider start(Clock clock) {
        try {
            return new TestProvider(clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String issuer() {
        return "http://127.0.0.1:" + port();
    }

    /** Somebody who can sign in here, by the subject; no password is asked for. */
    public void add(String subject, Map<String, Object> claims) {
        people.put(subject, claims);
    }

    /** As it was at the start. */
    public void behave() {
        away = false;
        bareTokens = false;
        signature = Signature.RIGHT;
        callsItself = issuer();
        change = claims -> {};
    }

    public void goAway() {
        away = true;
    }

    public void callItself(String issuer) {
        callsItself = issuer;
    }

    /** ID tokens tell only the subject; the rest has to be asked for. */
    public void sayLittle() {
        bareTokens = true;
    }

    public void sign(Signature how) {
        signature = how;
    }

    /** What ID tokens say, in place of what is right. */
    public void say(Consumer<JWTClaimsSet.Builder> other) {
        change = other;
    }

    public void rotateKeys() {
        key = rsa();
    }

    public void useEllipticKey() {
        try {
            key = new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A logout token, which may be changed. */
    public String logoutToken(String subject, Consumer<JWTClaimsSet.Builder> other) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(subject)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        other.accept(claims);
        return signed(claims.build(), "logout+jwt");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Answer {
        void to(HttpExchange exchange, Map<String, String> parameters) throws IOException;
    }

    private void guarded(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            if (!away) {
                answer.to(exchange, parameters(exchange));
            }
        }
    }

    private void describe(HttpExchange exchange, Map<String, String> parameters) throws IOException {
        String here = issuer();
        json(
                exchange,
                200,
                Map.of(
                        "issuer",
                        callsItself,
                        "authorization_endpoint",
                        here + "/authorize",
                        "token_endpoint",
                        here + "/token",
                        "userinfo_endpoint",
                        here + "/userinfo",
                        "jwks_uri",
                        here + "/jwks",
                        "subject_types_supported",
                        List.of("public"),
                        "response_types_supported",
                        List.of("code"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256", "ES256", "HS256", "none"),
                        "authorization_response_iss_parameter_supported",
                        true));
    }

    private void keys(HttpExchange exchange, Map<String, String> parameters) throws IOException {
        json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
    }

    /** A page with a form; its answer leads back to the client. */
    private void authorize(HttpExchange exchange, Map<String, String> asked) throws IOException {
        if (!"S256".equals(asked.get("code_challenge_method")) || !CLIENT.equals(asked.get("client_id"))) {
            send(exchange, 400, "text/plain", "no client of this provider, or no PKCE");
            return;
        }
        String user = asked.get("user");
        if (!exchange.getRequestMethod().equals("POST") || user == null) {
            send(exchange, 200, "text/html", page(asked));
            return;
        }
        String back = asked.get("redirect_uri") + "?state=" + encoded(asked.getOrDefault("state", "")) + "&iss="
                + encoded(issuer())
                + (people.containsKey(user) ? "&code=" + code(asked, user) : "&error=access_denied");
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
    }

    private String code(Map<String, String> asked, String user) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Grant(Map.copyOf(asked), user, clock.instant().getEpochSecond()));
        return code;
    }

    private static String page(Map<String, String> asked) {
        String hidden = asked.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(field.getKey(), field.getValue().replace("\"", "&quot;")))
                .collect(Collectors.joining());
        return """
                <!doctype html><html lang="en"><title>Provider</title><link rel="icon" href="data:,"><form method="post" action="/authorize">%s
                <label>Who are you <input name="user"></label><button>Continue</button></form></html>""".formatted(hidden);
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
        String client =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!client.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, Map.of("error", "invalid_client"));
            return;
        }
        Grant grant = codes.remove(asked.getOrDefault("code", ""));
        if (grant == null) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        boolean right = asked.getOrDefault("redirect_uri", "").equals(grant.request.get("redirect_uri"))
                && challenge(asked.getOrDefault("code_verifier", "")).equals(grant.request.get("code_challenge"));
        if (!right) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        String access = UUID.randomUUID().toString();
        accessTokens.put(access, grant.user);
        json(
                exchange,
                200,
                Map.of(
                        "access_token", access,
                        "refresh_token", UUID.randomUUID().toString(),
                        "token_type", "Bearer",
                        "expires_in", LIFETIME.toSeconds(),
                        "id_token", idToken(grant)));
    }

    private String idToken(Grant grant) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(grant.user)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(LIFETIME)))
                .claim("nonce", grant.request.get("nonce"))
                .claim("auth_time", grant.signedInAt);
        if (!bareTokens) {
            people.getOrDefault(grant.user, Map.of()).forEach(claims::claim);
        }
        change.accept(claims);
        return signed(claims.build(), "JWT");
    }

    private void userInfo(HttpExchange exchange, Map<String, String> parameters) throws IOException {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String user = accessTokens.get(header.replace("Bearer ", ""));
        if (user == null) {
            json(exchange, 401, Map.of("error", "invalid_token"));
            return;
        }
        Map<String, Object> claims = new ConcurrentHashMap<>(people.getOrDefault(user, Map.of()));
        claims.put("sub", user);
        json(exchange, 200, claims);
    }

    private String signed(JWTClaimsSet claims, String type) {
        try {
            if (signature == Signature.NONE) {
                return new PlainJWT(claims).serialize();
            }
            JWK used = switch (signature) {
                case ANOTHER_KEY, UNKNOWN_KEY -> rsa();
                default -> key;
            };
            boolean secret = signature == Signature.CLIENT_SECRET;
            JWSAlgorithm algorithm =
                    secret ? JWSAlgorithm.HS256 : used instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
            String id = signature == Signature.UNKNOWN_KEY ? used.getKeyID() : key.getKeyID();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .keyID(id)
                            .type(new JOSEObjectType(type))
                            .build(),
                    claims);
            token.sign(secret ? new MACSigner(SECRET) : signer(used));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSSigner signer(JWK used) throws JOSEException {
        return used instanceof ECKey elliptic ? new ECDSASigner(elliptic) : new RSASSASigner((RSAKey) used);
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        return Arrays.stream((body + "&" + (query == null ? "" : query)).split("&", -1))
                .filter(field -> field.contains("="))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0],
                        field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                        (first, second) -> first));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> content) throws IOException {
        send(exchange, status, "application/json", JSONObjectUtils.toJSONString(content));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
