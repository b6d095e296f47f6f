package support.access.app;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.persistence.ApiTokens;
import support.access.persistence.CodeApps;
import support.access.persistence.Links;
import support.access.persistence.Passkeys;
import support.access.persistence.SessionRows;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;
import support.people.PersonState;
import support.people.Viewer;
import support.people.persistence.People;
import support.people.persistence.Register;

/** Sets passwords: of people who have lost theirs, and of those who want another. All other sessions end by it. */
@Component
public class NewPasswords {
    private final LinkDesk desk;
    private final Links links;
    private final Register register;
    private final People people;
    private final SessionRows sessions;
    private final CodeApps codeApps;
    private final Passkeys passkeys;
    private final ApiTokens tokens;
    private final Passwords passwords;
    private final Audit audit;
    private final OwnerNews news;
    private final TransactionOperations transaction;

    NewPasswords(
            LinkDesk desk,
            Links links,
            Register register,
            People people,
            SessionRows sessions,
            CodeApps codeApps,
            Passkeys passkeys,
            ApiTokens tokens,
            Passwords passwords,
            Audit audit,
            OwnerNews news,
            TransactionOperations transaction) {
        this.desk = desk;
        this.links = links;
        this.register = register;
        this.people = people;
        this.sessions = sessions;
        this.codeApps = codeApps;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.passwords = passwords;
        this.audit = audit;
        this.news = news;
        this.transaction = transaction;
    }

    /** @param purpose PASSWORD or RECOVERY */
    public Optional<Links.Link> look(Secret secret, LinkPurpose purpose) {
        return desk.look(secret, purpose);
    }

    /** @return false when the link does not work any more */
    public boolean byLink(Secret secret, LinkPurpose purpose, String password) {
        String encoded = passwords.encode(password);
        return desk.use(
                        secret,
                        purpose,
                        link -> Optional.ofNullable(link.person()).map(person -> set(person, purpose, encoded)))
                .isPresent();
    }

    /** Whoever is recovered begins afresh: all second factors and API tokens are gone, and have to be set up again. */
    private boolean set(long person, LinkPurpose purpose, String encoded) {
        if (purpose == LinkPurpose.RECOVERY) {
            codeApps.remove(person);
            passkeys.removeAllOf(person);
            tokens.removeAllOf(person);
            register.setState(person, PersonState.ACTIVE);
            audit.person(Deed.ADMIN_RECOVERED, person, person, Map.of());
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
