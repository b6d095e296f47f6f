package support.access.app;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.persistence.Links;
import support.access.persistence.SessionRows;
import support.audit.Deed;
import support.people.Notice;
import support.people.Viewer;
import support.people.persistence.People;
import support.people.persistence.Register;

/** Sets passwords: of people who have lost theirs, and of those who want another. All other sessions end by it. */
@Component
public class NewPasswords {
    private final LinkDesk links;
    private final Register register;
    private final People people;
    private final SessionRows sessions;
    private final FreshStart freshStart;
    private final Passwords passwords;
    private final OwnerNews news;
    private final TransactionOperations transaction;

    NewPasswords(
            LinkDesk links,
            Register register,
            People people,
            SessionRows sessions,
            FreshStart freshStart,
            Passwords passwords,
            OwnerNews news,
            TransactionOperations transaction) {
        this.links = links;
        this.register = register;
        this.people = people;
        this.sessions = sessions;
        this.freshStart = freshStart;
        this.passwords = passwords;
        this.news = news;
        this.transaction = transaction;
    }

    /** @param purpose PASSWORD or RECOVERY */
    public Optional<Links.Link> look(Secret secret, LinkPurpose purpose) {
        return links.look(secret, purpose);
    }

    /** @return false when the link does not work any more */
    public boolean byLink(Secret secret, LinkPurpose purpose, String password) {
        String encoded = passwords.encode(password);
        return links.use(
                        secret,
                        purpose,
                        link -> Optional.ofNullable(link.person()).map(person -> set(person, purpose, encoded)))
                .isPresent();
    }

    private boolean set(long person, LinkPurpose purpose, String encoded) {
        if (purpose == LinkPurpose.RECOVERY) {
            freshStart.give(person);
        }
        return set(person, encoded, "");
    }

    public boolean hasPassword(Viewer person) {
        return people.credentials(person.email())
                .map(People.Credentials::password)
                .isPresent();
    }

    /** @param session the one that goes on */
    public void byOwner(long person, String password, String session) {
        String encoded = passwords.encode(password);
        transaction.executeWithoutResult(status -> set(person, encoded, session));
    }

    private boolean set(long person, String encoded, String session) {
        register.setPassword(person, encoded);
        sessions.endOthersOf(person, session);
        links.forgetAllOf(person);
        news.tell(person, Deed.PASSWORD_CHANGED, Map.of(), Notice.Kind.PASSWORD_CHANGED, "/password");
        return true;
    }
}
