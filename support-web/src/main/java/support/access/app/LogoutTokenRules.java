package support.access.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a logout token has to say (OpenID Connect Back-Channel Logout 1.0, 2.6), besides its signature. */
final class LogoutTokenRules implements OAuth2TokenValidator<Jwt> {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LATEST = Duration.ofMinutes(5);

    private final OidcSettings settings;
    private final Clock clock;

    LogoutTokenRules(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        boolean right = settings.issuer().equals(token.getClaimAsString("iss"))
                && Objects.requireNonNullElse(token.getAudience(), List.of()).contains(settings.clientId())
                && token.getClaim("events") instanceof Map<?, ?> events
                && events.containsKey(EVENT)
                && !token.hasClaim("nonce")
                && isOfNow(token);
        return right
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_logout_token"));
    }

    private boolean isOfNow(Jwt token) {
        Instant issuedAt = token.getIssuedAt();
        return issuedAt != null
                && Duration.between(issuedAt, clock.instant()).abs().compareTo(LATEST) <= 0;
    }
}
