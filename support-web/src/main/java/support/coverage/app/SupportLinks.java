package support.coverage.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.catalog.App;
import support.catalog.Hosting;
import support.catalog.Platform;
import support.catalog.persistence.AppKeys;
import support.catalog.persistence.Apps;
import support.catalog.persistence.Platforms;
import support.coverage.persistence.LinkUses;
import support.people.Viewer;

/**
 * Links by which an app opens the form: a JSON Web Token, signed by a key that an admin has registered for the app. Which
 * algorithm signs is said by the key, never by the link.
 */
@Component
public class SupportLinks {
    /** From the signing on. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    /** Clocks of customers' servers are off by so much. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private static final int LONGEST = 4000;
    private static final int LONGEST_CLAIM = 200;
    private static final int SMALLEST_RSA = 2048;

    private final AppKeys keys;
    private final Apps apps;
    private final Platforms platforms;
    private final LinkUses uses;
    private final Clock clock;
    private final String audience;

    SupportLinks(
            AppKeys keys,
            Apps apps,
            Platforms platforms,
            LinkUses uses,
            Clock clock,
            @Value("${desk.public-url:http://localhost:8080}") String audience) {
        this.keys = keys;
        this.apps = apps;
        this.platforms = platforms;
        this.uses = uses;
        this.clock = clock;
        this.audience = audience;
    }

    /** What a link says; empty for one that is too old, not signed by its app, for another desk, or no link at all. */
    public Optional<SupportLink> read(String token) {
        try {
            SignedJWT jwt = token.length() > LONGEST ? null : SignedJWT.parse(token);
            if (jwt == null || !isSigned(jwt) || !isOfNow(jwt.getJWTClaimsSet())) {
                return Optional.empty();
            }
            return read(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | RuntimeException noLink) {
            return Optional.empty();
        }
    }

    private boolean isSigned(SignedJWT jwt) throws ParseException, JOSEException {
        String app = jwt.getJWTClaimsSet().getIssuer();
        String kid = jwt.getHeader().getKeyID();
        if (app == null || kid == null || app.indexOf('\0') >= 0 || kid.indexOf('\0') >= 0) {
            return false;
        }
        JWK key = JWK.parse(keys.find(app, kid).map(AppKeys.Key::jwk).orElse("{}"));
        return algorithm(key).filter(jwt.getHeader().getAlgorithm()::equals).isPresent() && jwt.verify(verifier(key));
    }

    /** By the kind of the key; empty for a kind that signs no links. */
    private static Optional<JWSAlgorithm> algorithm(JWK key) {
        return switch (key) {
            case ECKey curve ->
                Curve.P_256.equals(curve.getCurve()) ? Optional.of(JWSAlgorithm.ES256) : Optional.empty();
            case RSAKey rsa -> rsa.size() >= SMALLEST_RSA ? Optional.of(JWSAlgorithm.RS256) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof ECKey curve ? new ECDSAVerifier(curve) : new RSASSAVerifier(key.toRSAKey());
    }

    private boolean isOfNow(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Instant issued = instant(claims.getIssueTime());
        Instant expires = instant(claims.getExpirationTime());
        return issued != null
                && expires != null
                && !issued.isAfter(now.plus(SKEW))
                && now.isBefore(expires)
                && !expires.isAfter(issued.plus(LONGEST_LIFE))
                && claims.getAudience().contains(audience);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private Optional<SupportLink> read(JWTClaimsSet claims) throws ParseException {
        String jti = text(claims, "jti");
        Optional<App> app = apps.all().stream()
                .filter(one -> one.key().equals(claims.getIssuer()))
                .findFirst();
        if (jti.length() < 16 || app.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SupportLink(
                app.get().id(),
                app.get().name(),
                jti,
                Objects.requireNonNull(claims.getExpirationTime()).toInstant(),
                text(claims, "appVersion"),
                hosting(text(claims, "hosting")),
                host(text(claims, "host")),
                text(claims, "hostVersion"),
                text(claims, "entitlement")));
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        String text = Objects.requireNonNullElse(claims.getStringClaim(name), "")
                .replace("\0", "")
                .strip();
        return text.length() > LONGEST_CLAIM ? "" : text;
    }

    private static @Nullable Hosting hosting(String named) {
        return Arrays.stream(Hosting.values())
                .filter(hosting -> hosting.name().equals(named))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Long host(String key) {
        return platforms.all().stream()
                .filter(platform ->
                        platform.kind() == Platform.Kind.HOST && platform.key().equals(key))
                .map(Platform::id)
                .findFirst()
                .orElse(null);
    }

    /**
     * Uses a link up.
     *
     * @return by what the form names it; empty when it was used before, by whomever
     */
    @Transactional
    public Optional<UUID> use(SupportLink link, Viewer by) {
        return uses.use(link.app(), link.jti(), by.id(), link.licence(), clock.instant());
    }

    /** Whether a key can sign links: a public P-256 or RSA key of 2,048 bits or more, with a name and without its secret. */
    public static Optional<JWK> key(String jwk) {
        try {
            JWK key = jwk.length() > LONGEST ? null : JWK.parse(jwk);
            boolean signs = key != null
                    && key.getKeyID() != null
                    && !key.isPrivate()
                    && algorithm(key).isPresent();
            return signs && key != null && key.getKeyID().matches("[\\x21-\\x7e]{1,100}")
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (ParseException | RuntimeException noKey) {
            return Optional.empty();
        }
    }
}
