package support.access.app;

import static org.springframework.security.oauth2.jose.jws.SignatureAlgorithm.ES256;
import static org.springframework.security.oauth2.jose.jws.SignatureAlgorithm.RS256;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The provider, as it describes itself. It is asked when somebody first needs it, so that a desk starts while its
 * provider is away; what it said then is good until the desk stops, only its keys are looked up again when it uses new
 * ones.
 */
@Component
@Conditional(SingleSignOnGiven.class)
class IdentityProvider {
    static final String RETURN_PATH = "/sign-in/single-sign-on/return";

    /**
     * @param idTokens checks signature, issuer, audience and times of ID tokens
     * @param logoutTokens the same of logout tokens
     */
    record Known(ClientRegistration registration, JwtDecoder idTokens, JwtDecoder logoutTokens) {}

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
    private static final String DESCRIPTION = "/.well-known/openid-configuration";

    private final OidcSettings settings;
    private final ProviderHttp http;
    private final URI home;
    private final Clock clock;
    private volatile @Nullable Known known;

    IdentityProvider(
            OidcSettings settings,
            ProviderHttp http,
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl,
            Clock clock) {
        this.settings = settings;
        this.http = http;
        this.home = publicUrl.resolve(RETURN_PATH);
        this.clock = clock;
    }

    /** @throws SignOnRefused when it is away, or says what it should not */
    Known known() {
        Known found = known;
        if (found == null) {
            found = ask();
            known = found;
        }
        return found;
    }

    private Known ask() {
        try {
            ClientRegistration registration = registration(description());
            return new Known(
                    registration,
                    decoder(registration, JwtTypeValidator.jwt(), idTokenRules(registration)),
                    decoder(
                            registration,
                            new JwtTypeValidator("logout+jwt", "JWT"),
                            new LogoutTokenRules(settings, clock)));
        } catch (RestClientException | IllegalArgumentException e) {
            LOG.warn("the single sign-on of {} cannot be used now: {}", settings.issuer(), e.getMessage());
            throw new SignOnRefused(SignOnRefused.Why.AWAY, "provider away");
        }
    }

    private Map<String, Object> description() {
        String issuer = settings.issuer();
        String address = (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DESCRIPTION;
        Map<String, Object> said =
                http.client().get().uri(URI.create(address)).retrieve().body(new ParameterizedTypeReference<>() {});
        if (said == null || !issuer.equals(said.get("issuer"))) {
            throw new IllegalArgumentException("it calls itself otherwise than DESK_OIDC_ISSUER does");
        }
        return said;
    }

    private ClientRegistration registration(Map<String, Object> description) {
        ClientRegistration.Builder registration = ClientRegistrations.fromOidcConfiguration(description)
                .registrationId("desk")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri(home.toString())
                .scope("openid", "email", "profile");
        if (settings.clientSecret().isBlank()) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return registration.build();
    }

    private JwtDecoder decoder(
            ClientRegistration registration, JwtTypeValidator type, OAuth2TokenValidator<Jwt> rules) {
        String keys = registration.getProviderDetails().getJwkSetUri();
        if (keys == null) {
            throw new IllegalArgumentException("it does not say where its keys are");
        }
        type.setAllowEmpty(true);
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        // signed with a key of the provider's own; never unsigned, never with the secret that the desk has as well
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithms(allowed -> {
                    allowed.add(RS256);
                    allowed.add(ES256);
                })
                .validateType(false)
                .restOperations(http.template())
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(type, times, rules));
        return decoder;
    }

    private OAuth2TokenValidator<Jwt> idTokenRules(ClientRegistration registration) {
        OidcIdTokenValidator rules = new OidcIdTokenValidator(registration);
        rules.setClock(clock);
        return rules;
    }
}
