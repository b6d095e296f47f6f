package support.access.app;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import support.access.SignOnProof;
import support.access.persistence.Identities;
import support.access.persistence.SessionRows;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;
import support.people.PersonState;
import support.people.Viewer;
import support.people.persistence.People;

/** Which single sign-on belongs to an account: its owner links and unlinks it. */
@Component
@Conditional(SingleSignOnGiven.class)
public class SignOnLinks {
    private final Identities identities;
    private final People people;
    private final SessionRows sessions;
    private final OidcSettings settings;
    private final Audit audit;
    private final OwnerNews news;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignOnLinks(
            Identities identities,
            People people,
            SessionRows sessions,
            OidcSettings settings,
            Audit audit,
            OwnerNews news,
            TransactionOperations transaction,
            Clock clock) {
        this.identities = identities;
        this.people = people;
        this.sessions = sessions;
        this.settings = settings;
        this.audit = audit;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether it is this person's, who may sign in. */
    public boolean isOf(long person, SignOnProof proof) {
        return identities
                .owner(proof.issuer(), proof.subject())
                .filter(owner -> owner.person() == person && owner.state() == PersonState.ACTIVE)
                .isPresent();
    }

    public boolean has(long person) {
        return identities.has(person, settings.issuer());
    }

    /** @throws SignOnRefused when it belongs to somebody else, or when the person has linked another one before */
    public void link(Viewer owner, SignOnProof proof) {
        if (isOf(owner.id(), proof)) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                identities.add(proof.issuer(), proof.subject(), owner.id(), clock.instant());
                news.tell(owner.id(), Deed.SINGLE_SIGN_ON_LINKED, Notice.Kind.SINGLE_SIGN_ON_LINKED);
            });
        } catch (DuplicateKeyException e) {
            throw new SignOnRefused(SignOnRefused.Why.TAKEN, "linked already");
        }
    }

    /**
     * All other sessions end by it.
     *
     * @param session the one that goes on
     * @return false when the person could not sign in any more
     */
    public boolean unlink(Viewer owner, String session) {
        if (!hasAnotherWay(owner)) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            if (identities.removeAllOf(owner.id())) {
                sessions.endOthersOf(owner.id(), session);
                news.tell(owner.id(), Deed.SINGLE_SIGN_ON_UNLINKED, Notice.Kind.SINGLE_SIGN_ON_UNLINKED);
            }
        });
        return true;
    }

    /** A password or a passkey; a link by letter does not count, since people of the desk get none. */
    private boolean hasAnotherWay(Viewer owner) {
        boolean password = people.credentials(owner.email())
                .filter(known -> known.password() != null)
                .isPresent();
        return password
                || people.known(owner.id()).filter(People.Known::hasPasskey).isPresent();
    }

    /**
     * The provider says that somebody has signed out there: all sessions here end.
     *
     * @param subject whom the provider means
     */
    public void signedOut(String subject) {
        identities
                .owner(settings.issuer(), subject)
                .ifPresent(owner -> transaction.executeWithoutResult(status -> {
                    int ended = sessions.endAllOf(owner.person());
                    audit.person(
                            Deed.SESSIONS_ENDED,
                            null,
                            owner.person(),
                            Map.of("how many", Integer.toString(ended), "by", "SINGLE_SIGN_ON"));
                }));
    }
}
