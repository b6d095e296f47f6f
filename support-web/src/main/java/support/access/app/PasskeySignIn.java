package support.access.app;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import support.access.persistence.Passkeys;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.persistence.People;

/** Checks what a passkey has signed. */
@Component
public class PasskeySignIn {
    /** What came of it. */
    public sealed interface Answer {
        record Right(long person) implements Answer {}

        /** Not believed: why, only the audit trail is told. */
        record Wrong() implements Answer {}

        record TooOften() implements Answer {}
    }

    private final WebAuthnRelyingPartyOperations operations;
    private final Passkeys passkeys;
    private final People people;
    private final Limits limits;
    private final Audit audit;

    PasskeySignIn(
            WebAuthnRelyingPartyOperations operations, Passkeys passkeys, People people, Limits limits, Audit audit) {
        this.operations = operations;
        this.passkeys = passkeys;
        this.people = people;
        this.limits = limits;
        this.audit = audit;
    }

    /**
     * What a device is asked to sign.
     *
     * @param person whose passkeys may be used; null for anybody's
     */
    public PublicKeyCredentialRequestOptions ask(@Nullable Long person) {
        Authentication asking = person == null ? null : PasskeyDesk.token(person);
        return operations.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(asking));
    }

    /**
     * Checks an answer.
     *
     * @param answer of the browser, as JSON
     * @param asked what the answer is to; empty when this session asked for nothing of the kind
     * @param expected who it has to be; null for anybody
     * @param network that the request comes from, see {@link Network}
     */
    public Answer check(
            String answer, Optional<PublicKeyCredentialRequestOptions> asked, @Nullable Long expected, String network) {
        if (!limits.allows(Limit.PASSKEY, network)) {
            return new Answer.TooOften();
        }
        Optional<Long> owner = Optional.empty();
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> used = PasskeyJson.used(answer);
            Passkeys.Passkey passkey =
                    passkeys.find(used.getRawId().getBytes()).orElseThrow(() -> new RefusedPasskey("unknown"));
            owner = passkeys.person(passkey.handle());
            long person = allowed(owner, expected);
            verify(used, passkey, asked.orElseThrow(() -> new RefusedPasskey("challenge")));
            limits.giveBack(Limit.PASSKEY, network);
            return new Answer.Right(person);
        } catch (DataAccessException e) {
            throw e; // the database is away, which says nothing of the passkey
        } catch (RuntimeException e) {
            return refuse(owner, RefusedPasskey.why(e));
        }
    }

    private long allowed(Optional<Long> owner, @Nullable Long expected) {
        long person = owner.filter(id -> people.viewer(id).isPresent()).orElseThrow(() -> new RefusedPasskey("state"));
        if (expected != null && expected != person) {
            throw new RefusedPasskey("another person");
        }
        return person;
    }

    private void verify(
            PublicKeyCredential<AuthenticatorAssertionResponse> used,
            Passkeys.Passkey passkey,
            PublicKeyCredentialRequestOptions asked) {
        Bytes handle = used.getResponse().getUserHandle();
        if (handle != null && !handle.equals(new Bytes(passkey.handle()))) {
            throw new RefusedPasskey("handle");
        }
        operations.authenticate(new RelyingPartyAuthenticationRequest(asked, used));
    }

    private Answer refuse(Optional<Long> owner, String why) {
        String subject = owner.map(person -> "person:" + person).orElse("nobody");
        audit.record(Deed.SIGN_IN_REFUSED, null, subject, Map.of("why", "passkey", "what", why));
        return new Answer.Wrong();
    }
}
