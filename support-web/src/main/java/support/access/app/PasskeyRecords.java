package support.access.app;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import support.access.persistence.Passkeys;

/** The passkeys, as the library asks for them and gives them back. */
@Component
class PasskeyRecords implements UserCredentialRepository {
    private final AttestationObjectConverter attestations = new AttestationObjectConverter(new ObjectConverter());
    private final Passkeys passkeys;
    private final Clock clock;

    PasskeyRecords(Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /**
     * Called for a new passkey, and after each use of one. The library compares the counter of a use with that of the
     * day when the passkey was made; that it has risen since the last use is looked at here.
     *
     * @throws RefusedPasskey when the counter has not risen, or when the passkey is named like another
     */
    @Override
    public void save(CredentialRecord record) {
        Passkeys.Passkey passkey = passkey(record);
        if (passkeys.find(passkey.credential()).isEmpty()) {
            mustBeNamedAsAttested(passkey);
            passkeys.add(passkey, clock.instant());
        } else if (!passkeys.use(passkey, clock.instant())) {
            throw new RefusedPasskey("counter");
        }
    }

    /** The name stands in the answer twice, and the library looks at the one outside only, which anybody can write. */
    private void mustBeNamedAsAttested(Passkeys.Passkey passkey) {
        AttestationObject attestation = Objects.requireNonNull(attestations.convert(passkey.attestation()));
        AttestedCredentialData made = attestation.getAuthenticatorData().getAttestedCredentialData();
        if (made == null || !Arrays.equals(made.getCredentialId(), passkey.credential())) {
            throw new RefusedPasskey("name");
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return passkeys.find(credential.getBytes()).map(PasskeyRecords::record).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return passkeys.ofHandle(handle.getBytes()).stream()
                .map(PasskeyRecords::record)
                .toList();
    }

    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("passkeys are removed by their owners");
    }

    private static Passkeys.Passkey passkey(CredentialRecord record) {
        return new Passkeys.Passkey(
                record.getCredentialId().getBytes(),
                record.getUserEntityUserId().getBytes(),
                record.getPublicKey().getBytes(),
                Objects.requireNonNull(record.getAttestationObject()).getBytes(),
                record.getSignatureCount(),
                record.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .collect(Collectors.toSet()),
                record.isBackupEligible(),
                record.isBackupState(),
                record.getLabel());
    }

    private static CredentialRecord record(Passkeys.Passkey passkey) {
        Set<AuthenticatorTransport> transports = passkey.transports().stream()
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(passkey.credential()))
                .userEntityUserId(new Bytes(passkey.handle()))
                .publicKey(new ImmutablePublicKeyCose(passkey.publicKey()))
                .attestationObject(new Bytes(passkey.attestation()))
                .signatureCount(passkey.counter())
                .uvInitialized(true)
                .transports(transports)
                .backupEligible(passkey.backupEligible())
                .backupState(passkey.backedUp())
                .label(passkey.label())
                .build();
    }
}
