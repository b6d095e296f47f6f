package support.organisation.app;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import support.access.persistence.Invitations;
import support.access.persistence.Links;
import support.access.persistence.SessionRows;
import support.audit.Deed;
import support.audit.app.Audit;
import support.organisation.persistence.Directory;
import support.people.Departed;
import support.people.Notice;
import support.people.PersonState;
import support.people.Viewer;
import support.people.persistence.Register;

/** Lets people in and out, in the running transaction: whoever is out has no session, link or invitation any more. */
@Component
class Gate {
    private final Directory directory;
    private final Register register;
    private final SessionRows sessions;
    private final Links links;
    private final Invitations invitations;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Gate(
            Directory directory,
            Register register,
            SessionRows sessions,
            Links links,
            Invitations invitations,
            Audit audit,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.register = register;
        this.sessions = sessions;
        this.links = links;
        this.invitations = invitations;
        this.audit = audit;
        this.events = events;
    }

    void approve(Directory.Person person, Viewer by) {
        refuseUnless(person.isWaiting());
        register.setState(person.id(), PersonState.ACTIVE);
        audit.person(Deed.APPROVED, by.id(), person.id(), Map.of());
        tell(person, Notice.Kind.APPROVED, "/sign-in");
    }

    void refuse(Directory.Person person, Viewer by) {
        refuseUnless(person.isWaiting());
        shut(person);
        audit.person(Deed.NOT_APPROVED, by.id(), person.id(), Map.of());
        tell(person, Notice.Kind.NOT_APPROVED, null);
    }

    /** @param deed DEACTIVATED or LEFT_ORGANISATION */
    void close(Directory.Person person, Viewer by, Deed deed) {
        refuseUnless(person.isActive());
        shut(person);
        audit.person(deed, by.id(), person.id(), Map.of());
        tell(person, Notice.Kind.DEACTIVATED, null);
    }

    void reopen(Directory.Person person, Viewer by) {
        refuseUnless(person.state() == PersonState.DEACTIVATED);
        register.setState(person.id(), PersonState.ACTIVE);
        audit.person(Deed.REACTIVATED, by.id(), person.id(), Map.of());
        tell(person, Notice.Kind.REACTIVATED, "/sign-in");
    }

    /** Whoever comes back does not manage by that: it has to be said anew. */
    private void shut(Directory.Person person) {
        register.setState(person.id(), PersonState.DEACTIVATED);
        register.setManages(person.id(), false);
        sessions.endAllOf(person.id());
        links.forgetAllOf(person.id());
        invitations.withdrawAllBy(person.id());
        events.publishEvent(new Departed(person.id()));
    }

    /** Makes or unmakes a manager. A new scope begins with new sessions. */
    void setManages(Directory.Person person, boolean manages, Viewer by) {
        refuseUnless(person.isActive());
        if (person.manages() == manages) {
            return;
        }
        register.setManages(person.id(), manages);
        if (!manages) {
            invitations.weakenAllBy(person.id());
        }
        if (person.id() != by.id()) {
            sessions.endAllOf(person.id());
        }
        audit.person(Deed.ROLE_CHANGED, by.id(), person.id(), Map.of("to", manages ? "manager" : "member"));
        tell(person, manages ? Notice.Kind.MADE_MANAGER : Notice.Kind.MADE_MEMBER, "/organisation");
    }

    /** A customer's organisation may not lose the last one who manages it. */
    void keepAManager(Directory.Person leaving) {
        Long organisation = leaving.organisation();
        if (organisation == null || !leaving.manages()) {
            return;
        }
        if (directory.managersLocked(organisation).stream().allMatch(manager -> manager == leaving.id())) {
            throw new RefusedDeed(RefusedDeed.Reason.LAST_MANAGER);
        }
    }

    void tell(Directory.Person person, Notice.Kind what, @Nullable String path) {
        Notice notice = Notice.to(what, person.email(), person.name());
        events.publishEvent(Optional.ofNullable(path).map(notice::leadingTo).orElse(notice));
    }

    private static void refuseUnless(boolean fits) {
        if (!fits) {
            throw new RefusedDeed(RefusedDeed.Reason.OTHER_STATE);
        }
    }
}
