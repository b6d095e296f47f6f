package support.organisation.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.app.Limit;
import support.access.app.Limits;
import support.access.app.LinkDesk;
import support.access.app.LinkPaths;
import support.access.persistence.Invitations;
import support.access.persistence.Links;
import support.audit.Deed;
import support.audit.app.Audit;
import support.organisation.persistence.Directory;
import support.organisation.persistence.Organisations;
import support.people.MailAddress;
import support.people.Notice;
import support.people.Role;
import support.people.Viewer;

/**
 * Invites people by mail: into one's own organisation, and by admins into any, and to the desk. Whoever is invited gets
 * exactly what the inviter may give.
 */
@Component
public class Inviting {
    /** What came of it. */
    public enum Answer {
        /** Also where somebody of another organisation has the address: only its owner learns that, by letter. */
        SENT,
        /** Somebody who is on the inviter's own list. */
        KNOWN,
        TOO_OFTEN
    }

    private final Directory directory;
    private final Organisations organisations;
    private final Invitations invitations;
    private final LinkDesk links;
    private final Limits limits;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final String deskName;

    Inviting(
            Directory directory,
            Organisations organisations,
            Invitations invitations,
            LinkDesk links,
            Limits limits,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock,
            @Value("${desk.name:Service Center}") String deskName) {
        this.directory = directory;
        this.organisations = organisations;
        this.invitations = invitations;
        this.links = links;
        this.limits = limits;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.deskName = deskName;
    }

    /** What one may see of open invitations: managers those of the organisation, admins all. */
    public List<Invitations.Open> open(@Nullable Long organisation) {
        return invitations.open(organisation, clock.instant());
    }

    /** Whoever is invited by a plain member waits for the approval of a manager. */
    public Answer colleague(MailAddress address, boolean manages, Viewer by) {
        if (by.organisation() == null) {
            throw new NotThere();
        }
        return invite(
                new Links.Link(
                        LinkPurpose.INVITATION,
                        null,
                        address.text(),
                        "",
                        by.organisation(),
                        null,
                        manages && by.manages(),
                        by.id(),
                        !by.manages()),
                by);
    }

    public Answer customer(MailAddress address, long organisation, boolean manages, Viewer admin) {
        return invite(
                new Links.Link(
                        LinkPurpose.INVITATION,
                        null,
                        address.text(),
                        "",
                        organisation,
                        null,
                        manages,
                        admin.id(),
                        false),
                admin);
    }

    /** @param role one of the desk */
    public Answer deskPerson(MailAddress address, Role role, Viewer admin) {
        if (!role.staff()) {
            throw new RefusedDeed(RefusedDeed.Reason.OTHER_SIDE);
        }
        return invite(
                new Links.Link(LinkPurpose.INVITATION, null, address.text(), "", null, role, false, admin.id(), false),
                admin);
    }

    /** @param organisation null for the desk */
    @Transactional
    public void withdraw(@Nullable Long organisation, String address, Viewer by) {
        if (!invitations.withdraw(organisation, address)) {
            throw new NotThere();
        }
        audit.record(Deed.INVITATION_WITHDRAWN, by.id(), subject(organisation), Map.of());
    }

    private Answer invite(Links.Link link, Viewer by) {
        Optional<Directory.Person> owner = directory.find(link.address());
        if (owner.filter(person -> isKnownTo(by, person)).isPresent()) {
            return Answer.KNOWN;
        }
        if (!limits.allows(Limit.INVITATIONS, Long.toString(by.id())) || !limits.allows(Limit.LETTER, link.address())) {
            return Answer.TOO_OFTEN;
        }
        transaction.executeWithoutResult(status -> send(link, by, owner.isPresent()));
        return Answer.SENT;
    }

    private void send(Links.Link link, Viewer by, boolean known) {
        Secret secret = links.make(link);
        events.publishEvent(letter(link, by, known, secret));
        audit.record(
                Deed.INVITED,
                by.id(),
                subject(link.organisation()),
                Map.of("as", link.role() != null ? link.role().name() : link.manages() ? "manager" : "member"));
    }

    private Notice letter(Links.Link link, Viewer by, boolean known, Secret secret) {
        String where = Optional.ofNullable(link.organisation())
                .flatMap(organisations::find)
                .map(Organisations.Organisation::name)
                .orElse(deskName);
        return known
                ? Notice.to(Notice.Kind.INVITED_KNOWN, link.address(), "", by.name(), where)
                        .leadingTo("/sign-in")
                : Notice.to(Notice.Kind.INVITED, link.address(), "", by.name(), where)
                        .withLink(LinkPaths.of(LinkPurpose.INVITATION), secret.text());
    }

    /** Admins know everybody, managers all of their organisation, members those who are in. */
    private static boolean isKnownTo(Viewer by, Directory.Person person) {
        if (by.staff()) {
            return true;
        }
        return person.organisation() != null
                && person.organisation().equals(by.organisation())
                && (by.manages() || person.isActive());
    }

    private static String subject(@Nullable Long organisation) {
        return organisation == null ? "desk" : "organisation:" + organisation;
    }
}
