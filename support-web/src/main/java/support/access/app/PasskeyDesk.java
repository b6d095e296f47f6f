package support.access.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import support.access.persistence.Passkeys;
import support.access.persistence.SessionRows;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;

/** Adds people's passkeys and removes them; their owners are told. */
@Component
public class PasskeyDesk {
    /** More than anybody has devices. */
    private static final int MOST = 20;

    private static final int LONGEST_LABEL = 60;

    private final WebAuthnRelyingPartyOperations operations;
    private final Passkeys passkeys;
    private final SessionRows sessions;
    private final Audit audit;
    private final OwnerNews news;
    private final TransactionOperations transaction;

    PasskeyDesk(
            WebAuthnRelyingPartyOperations operations,
            Passkeys passkeys,
            SessionRows sessions,
            Audit audit,
            OwnerNews news,
            TransactionOperations transaction) {
        this.operations = operations;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.audit = audit;
        this.news = news;
        this.transaction = transaction;
    }

    public List<Passkeys.Line> of(long person) {
        return passkeys.of(person);
    }

    /** What a device of the person's is asked in order to make a passkey. */
    public PublicKeyCredentialCreationOptions ask(long person) {
        return operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(token(person)));
    }

    /** The library knows people by the names of their authentications. */
    static Authentication token(long person) {
        return UsernamePasswordAuthenticationToken.authenticated(Long.toString(person), null, List.of());
    }

    /**
     * Adds the passkey that a device has made.
     *
     * @param label what its owner calls it
     * @param answer of the browser, as JSON
     * @param asked what the answer is to; empty when this session asked for nothing of the kind
     * @return what is wrong, as a message key; empty when the passkey is added
     */
    public Optional<String> add(
            long person, String label, String answer, Optional<PublicKeyCredentialCreationOptions> asked) {
        if (passkeys.of(person).size() >= MOST) {
            return Optional.of("passkey.many");
        }
        try {
            PublicKeyCredentialCreationOptions options =
                    asked.filter(one -> isOf(person, one)).orElseThrow(() -> new RefusedPasskey("challenge"));
            PublicKeyCredential<AuthenticatorAttestationResponse> made = PasskeyJson.made(answer);
            transaction.executeWithoutResult(
                    status -> keep(person, new RelyingPartyPublicKey(made, cut(label)), options));
            return Optional.empty();
        } catch (DataIntegrityViolationException e) {
            return refuse(person, "known");
        } catch (DataAccessException e) {
            throw e; // the database is away, which says nothing of the passkey
        } catch (RuntimeException e) {
            return refuse(person, RefusedPasskey.why(e));
        }
    }

    /** The session may have been another person's when it asked. */
    private boolean isOf(long person, PublicKeyCredentialCreationOptions options) {
        return passkeys.person(options.getUser().getId().getBytes())
                .filter(owner -> owner == person)
                .isPresent();
    }

    private void keep(long person, RelyingPartyPublicKey passkey, PublicKeyCredentialCreationOptions options) {
        operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, passkey));
        news.tell(person, Deed.PASSKEY_ADDED, Notice.Kind.PASSKEY_ADDED);
    }

    private Optional<String> refuse(long person, String why) {
        audit.person(Deed.SIGN_IN_REFUSED, person, person, Map.of("why", "new passkey", "what", why));
        return Optional.of("passkey.notAdded");
    }

    /**
     * Sessions that somebody may have opened with the passkey end.
     *
     * @param session the one that goes on
     */
    @Transactional
    public void remove(long person, long passkey, String session) {
        if (passkeys.remove(person, passkey)) {
            sessions.endOthersOf(person, session);
            news.tell(person, Deed.PASSKEY_REMOVED, Notice.Kind.PASSKEY_REMOVED);
        }
    }

    /** One line that is never empty. */
    private static String cut(String label) {
        String line = label.replaceAll("[\\p{C}\\s]+", " ").strip();
        String shown = line.codePoints()
                .limit(LONGEST_LABEL)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return shown.isEmpty() ? "Passkey" : shown;
    }
}
