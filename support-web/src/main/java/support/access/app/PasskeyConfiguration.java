package support.access.app;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/** The library for passkeys, set to this desk. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {
    /** Devices must check who uses them, since a passkey counts for two factors, and know the person without being told. */
    @Bean
    WebAuthnRelyingPartyOperations passkeyOperations(
            PasskeyOwners owners,
            PasskeyRecords records,
            PasskeyAddress address,
            @Value("${desk.name:Service Center}") String name) {
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
                owners,
                records,
                PublicKeyCredentialRpEntity.builder()
                        .id(address.host())
                        .name(name)
                        .build(),
                Set.of(address.origin()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
