package support.access.app;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.persistence.Links;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.MailAddress;
import support.people.PersonName;
import support.people.PersonState;
import support.people.Role;
import support.people.persistence.People;
import support.people.persistence.Register;

/** The first admin of a desk that has none. */
@Component
public class FirstAdmin {
    private final People people;
    private final Register register;
    private final LinkDesk links;
    private final Passwords passwords;
    private final Audit audit;

    FirstAdmin(People people, Register register, LinkDesk links, Passwords passwords, Audit audit) {
        this.people = people;
        this.register = register;
        this.links = links;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** Whether nobody looks after this desk yet. */
    public boolean isNeeded() {
        return people.admins() == 0;
    }

    /** What opens the door to become the first admin; one that was offered before works no more. */
    @Transactional
    public Secret offer() {
        return links.make(Links.Link.to(LinkPurpose.FIRST_ADMIN, null, "first-admin"));
    }

    /** Whether the offer works still, and is needed. */
    public boolean isOffered(Secret secret) {
        return isNeeded() && links.look(secret, LinkPurpose.FIRST_ADMIN).isPresent();
    }

    /**
     * Whoever has the secret becomes the first admin.
     *
     * @param password as typed
     * @return the person; empty when the offer does not work any more, or when the address has an account
     */
    public Optional<Long> become(Secret secret, MailAddress address, PersonName name, String password) {
        String encoded = passwords.encode(password);
        return links.use(secret, LinkPurpose.FIRST_ADMIN, link -> Optional.of(add(address, name, encoded)));
    }

    /** @param password encoded */
    @Transactional
    public long add(MailAddress address, PersonName name, String password) {
        long person = register.add(
                new Register.NewPerson(address, name, Role.ADMIN, null, false, password, PersonState.ACTIVE));
        audit.person(Deed.FIRST_ADMIN_MADE, person, person, Map.of());
        return person;
    }
}
