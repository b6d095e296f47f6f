package support.access.app;

import java.util.Objects;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** What the desk asks a provider, in the words of OpenID Connect, and what came back to it. */
final class SignOnQuestion {
    private SignOnQuestion() {}

    static OAuth2AuthorizationRequest of(SignOnAttempt attempt, ClientRegistration registration) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(attempt.state())
                .attributes(kept -> {
                    kept.put(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId());
                    kept.put(OidcParameterNames.NONCE, attempt.nonce());
                    kept.put(PkceParameterNames.CODE_VERIFIER, attempt.verifier());
                })
                .additionalParameters(sent -> {
                    sent.put(OidcParameterNames.NONCE, attempt.nonceHash());
                    sent.put(PkceParameterNames.CODE_CHALLENGE, attempt.challenge());
                    sent.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                    if (attempt.purpose() != SignOnAttempt.Purpose.ENTER) {
                        sent.put("prompt", "login");
                    }
                    if (attempt.purpose() == SignOnAttempt.Purpose.AGAIN) {
                        sent.put("max_age", "0");
                    }
                })
                .build();
    }

    static OAuth2AuthorizationResponse answered(SignOnAnswer answer, OAuth2AuthorizationRequest request) {
        OAuth2AuthorizationResponse.Builder response = answer.code() != null && answer.error() == null
                ? OAuth2AuthorizationResponse.success(answer.code())
                : OAuth2AuthorizationResponse.error("broken_off");
        return response.redirectUri(Objects.requireNonNull(request.getRedirectUri()))
                .state(Objects.requireNonNullElse(answer.state(), ""))
                .build();
    }
}
