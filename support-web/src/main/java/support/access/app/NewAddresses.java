package support.access.app;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.persistence.Links;
import support.access.persistence.SessionRows;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.MailAddress;
import support.people.Notice;
import support.people.Viewer;
import support.people.persistence.People;
import support.people.persistence.Register;

/** Changes mail addresses: the new one proves itself by a link, the old one is told. */
@Component
public class NewAddresses {
    private final LinkDesk links;
    private final Register register;
    private final People people;
    private final SessionRows sessions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Limits limits;
    private final TransactionOperations transaction;

    NewAddresses(
            LinkDesk links,
            Register register,
            People people,
            SessionRows sessions,
            Audit audit,
            ApplicationEventPublisher events,
            Limits limits,
            TransactionOperations transaction) {
        this.links = links;
        this.register = register;
        this.people = people;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * Sends a link to the new address. Whether somebody else has it is told to nobody: then the letter is not written.
     *
     * @return false when the person has asked too often
     */
    public boolean ask(Viewer owner, MailAddress address) {
        if (!limits.allows(Limit.LETTER, owner.email())) {
            return false;
        }
        if (people.credentials(address.text()).isEmpty()) {
            transaction.executeWithoutResult(status -> write(owner, address));
        }
        return true;
    }

    private void write(Viewer owner, MailAddress address) {
        links.send(
                Links.Link.to(LinkPurpose.ADDRESS, owner.id(), address.text()),
                Notice.to(Notice.Kind.CONFIRM_ADDRESS, address.text(), owner.name(), owner.email()));
    }

    public Optional<Links.Link> look(Secret secret) {
        return links.look(secret, LinkPurpose.ADDRESS);
    }

    /** @return false when the link does not work any more */
    public boolean confirm(Secret secret) {
        return links.use(secret, LinkPurpose.ADDRESS, link -> owner(link).map(owner -> change(owner, link.address())))
                .isPresent();
    }

    private Optional<Viewer> owner(Links.Link link) {
        return Optional.ofNullable(link.person()).flatMap(people::viewer);
    }

    private boolean change(Viewer owner, String address) {
        links.forgetAllOf(owner.id());
        register.setAddress(owner.id(), new MailAddress(address));
        sessions.endAllOf(owner.id());
        audit.person(Deed.ADDRESS_CHANGED, owner.id(), owner.id(), Map.of());
        events.publishEvent(Notice.to(Notice.Kind.ADDRESS_CHANGED, owner.email(), owner.name(), address));
        return true;
    }
}
