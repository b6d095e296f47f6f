package support.access.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import support.access.SignOnProof;
import support.access.SignOnStrength;
import support.people.MailAddress;

/**
 * Speaks with the provider: OpenID Connect's authorization code flow with PKCE, state and nonce. What the provider hands
 * out besides its word on who somebody is, its tokens, is forgotten at once.
 */
@Component
@Conditional(SingleSignOnGiven.class)
public class SingleSignOn {
    private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);
    private static final int LONGEST_LINE = 300;
    private static final String ISSUER_IS_SAID = "authorization_response_iss_parameter_supported";

    private final IdentityProvider provider;
    private final OidcSettings settings;
    private final OidcAuthorizationCodeAuthenticationProvider exchange;

    SingleSignOn(IdentityProvider provider, OidcSettings settings, ProviderHttp http) {
        this.provider = provider;
        this.settings = settings;
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(http.tokenClient());
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(codes, persons(settings, http));
        this.exchange.setJwtDecoderFactory(registration -> provider.known().idTokens());
    }

    /** Asks for more than the ID token only where an account may have to be made and the token tells no address. */
    private static OidcUserService persons(OidcSettings settings, ProviderHttp http) {
        DefaultOAuth2UserService asking = new DefaultOAuth2UserService();
        asking.setRestOperations(http.userInfoTemplate());
        OidcUserService persons = new OidcUserService();
        persons.setOauth2UserService(asking);
        persons.setRetrieveUserInfo(request -> settings.provision()
                && request.getIdToken().getEmail() == null
                && hasUserInfo(request.getClientRegistration()));
        return persons;
    }

    private static boolean hasUserInfo(ClientRegistration registration) {
        return registration.getProviderDetails().getUserInfoEndpoint().getUri() != null;
    }

    /**
     * Where the browser has to go.
     *
     * @throws SignOnRefused when the provider is away
     */
    public URI ask(SignOnAttempt attempt) {
        return URI.create(
                SignOnQuestion.of(attempt, provider.known().registration()).getAuthorizationRequestUri());
    }

    /**
     * Redeems the code of an answer, and checks all that has to be true of it.
     *
     * @throws SignOnRefused when something is not, or when the provider is away
     */
    public SignOnProof redeem(SignOnAttempt attempt, SignOnAnswer answer) {
        ClientRegistration registration = provider.known().registration();
        checkIssuer(answer, registration);
        try {
            OAuth2AuthorizationRequest request = SignOnQuestion.of(attempt, registration);
            OAuth2AuthorizationExchange both =
                    new OAuth2AuthorizationExchange(request, SignOnQuestion.answered(answer, request));
            Authentication done = exchange.authenticate(new OAuth2LoginAuthenticationToken(registration, both));
            if (done == null || !(done.getPrincipal() instanceof OidcUser user)) {
                throw new SignOnRefused(SignOnRefused.Why.FAILED, "no person");
            }
            return proof(user);
        } catch (OAuth2AuthorizationException | AuthenticationException e) {
            throw refused(answer, attempt, e);
        }
    }

    /** Another provider must not be able to send its answers here as if they were this one's (RFC 9207). */
    private void checkIssuer(SignOnAnswer answer, ClientRegistration registration) {
        boolean expected = Boolean.TRUE.equals(
                registration.getProviderDetails().getConfigurationMetadata().get(ISSUER_IS_SAID));
        if (answer.iss() == null ? expected : !answer.iss().equals(settings.issuer())) {
            throw new SignOnRefused(SignOnRefused.Why.FAILED, "answer of another issuer");
        }
    }

    private static SignOnRefused refused(SignOnAnswer answer, SignOnAttempt attempt, RuntimeException e) {
        if (isAway(e)) {
            LOG.warn("the provider of single sign-on does not answer: {}", line(e));
            return new SignOnRefused(SignOnRefused.Why.AWAY, "provider away");
        }
        if (answer.error() != null && attempt.state().equals(answer.state())) {
            return new SignOnRefused(SignOnRefused.Why.BROKEN_OFF, "broken off there");
        }
        LOG.warn("single sign-on refused: {}", line(e));
        return new SignOnRefused(
                SignOnRefused.Why.FAILED,
                e instanceof OAuth2AuthenticationException told
                        ? told.getError().getErrorCode()
                        : "no token");
    }

    private static boolean isAway(Throwable e) {
        return Stream.<@Nullable Throwable>iterate(e, Objects::nonNull, at -> at == null ? null : at.getCause())
                .anyMatch(IOException.class::isInstance);
    }

    /** Parts of a message may come from whoever sent a token: they must not look like lines of the log. */
    private static String line(Throwable e) {
        String text = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " ");
        return text.substring(0, Math.min(LONGEST_LINE, text.length()));
    }

    private SignOnProof proof(OidcUser user) {
        List<String> methods = user.getAuthenticationMethods();
        return new SignOnProof(
                settings.issuer(),
                Objects.requireNonNull(user.getSubject()),
                Optional.ofNullable(user.getEmail())
                        .filter(address -> Boolean.TRUE.equals(user.getEmailVerified()))
                        .flatMap(MailAddress::of)
                        .orElse(null),
                Objects.requireNonNullElse(user.getFullName(), ""),
                SignOnStrength.isStrong(
                        methods == null ? Set.of() : Set.copyOf(methods),
                        user.getAuthenticationContextClass(),
                        settings.strongAcr()),
                user.getAuthenticatedAt());
    }

    /**
     * Whom a logout token means.
     *
     * @return empty when the token is not one that this provider made for this desk just now, or names nobody
     * @throws SignOnRefused when the provider is away, so that nothing can be checked
     */
    public Optional<String> signedOut(String logoutToken) {
        try {
            return Optional.ofNullable(
                    provider.known().logoutTokens().decode(logoutToken).getSubject());
        } catch (JwtException e) {
            LOG.warn("logout token refused: {}", line(e));
            return Optional.empty();
        }
    }
}
