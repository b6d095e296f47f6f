package support.access.app;

import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What browsers and the desk say to each other about passkeys, in the form that WebAuthn lays down. */
public final class PasskeyJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> USED =
            new TypeReference<>() {};

    private PasskeyJson() {}

    /** @param options to make or to use a passkey */
    public static String text(Object options) {
        return JSON.writeValueAsString(options);
    }

    static PublicKeyCredential<AuthenticatorAttestationResponse> made(String answer) {
        return read(answer, MADE);
    }

    static PublicKeyCredential<AuthenticatorAssertionResponse> used(String answer) {
        return read(answer, USED);
    }

    private static <T> T read(String answer, TypeReference<T> type) {
        try {
            return JSON.readValue(answer, type);
        } catch (JacksonException e) {
            throw new RefusedPasskey("form");
        }
    }
}
