package support.organisation.app;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.access.app.SecondFactors;
import support.access.persistence.Invitations;
import support.access.persistence.SessionRows;
import support.audit.Deed;
import support.audit.app.Audit;
import support.organisation.persistence.Directory;
import support.people.Notice;
import support.people.Role;
import support.people.Viewer;
import support.people.persistence.Register;

/** What admins do about anybody's account. An admin is always left who can sign in. */
@Component
@Transactional
public class Accounts {
    private final Directory directory;
    private final Register register;
    private final Gate gate;
    private final SessionRows sessions;
    private final SecondFactors factors;
    private final Invitations invitations;
    private final Audit audit;

    Accounts(
            Directory directory,
            Register register,
            Gate gate,
            SessionRows sessions,
            SecondFactors factors,
            Invitations invitations,
            Audit audit) {
        this.directory = directory;
        this.register = register;
        this.gate = gate;
        this.sessions = sessions;
        this.factors = factors;
        this.invitations = invitations;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Directory.Person person(long id) {
        return find(id);
    }

    public void approve(long id, Viewer admin) {
        gate.approve(find(id), admin);
    }

    public void refuse(long id, Viewer admin) {
        gate.refuse(find(id), admin);
    }

    /** Within the desk; all sessions of the person end, since they began with another role. */
    public void setRole(long id, Role role, Viewer admin) {
        Directory.Person person = find(id);
        if (!person.role().staff() || !role.staff()) {
            throw new RefusedDeed(RefusedDeed.Reason.OTHER_SIDE);
        }
        if (person.role() == role) {
            return;
        }
        keepAnAdmin(person);
        register.setRole(id, role);
        sessions.endAllOf(id);
        invitations.withdrawAllBy(id);
        audit.person(
                Deed.ROLE_CHANGED, admin.id(), id, Map.of("from", person.role().name(), "to", role.name()));
        gate.tell(person, Notice.Kind.ROLE_CHANGED, "/sign-in");
    }

    /** An organisation may end up without a manager by this: the admins can make another one. */
    public void setManages(long id, boolean manages, Viewer admin) {
        Directory.Person person = find(id);
        if (person.role().staff()) {
            throw new RefusedDeed(RefusedDeed.Reason.OTHER_SIDE);
        }
        gate.setManages(person, manages, admin);
    }

    public void deactivate(long id, Viewer admin) {
        if (id == admin.id()) {
            throw new RefusedDeed(RefusedDeed.Reason.ONESELF);
        }
        Directory.Person person = find(id);
        keepAnAdmin(person);
        gate.close(person, admin, Deed.DEACTIVATED);
    }

    public void reactivate(long id, Viewer admin) {
        gate.reopen(find(id), admin);
    }

    public void endSessions(long id, Viewer admin) {
        int ended = sessions.endAllOf(find(id).id());
        audit.person(Deed.SESSIONS_ENDED, admin.id(), id, Map.of("how many", Integer.toString(ended)));
    }

    /** For somebody who has lost everything: they sign in with one factor, and people of the desk set up another then. */
    public void removeSecondFactor(long id, Viewer admin) {
        if (id == admin.id()) {
            throw new RefusedDeed(RefusedDeed.Reason.ONESELF);
        }
        Directory.Person person = find(id);
        factors.removeAllOf(id);
        sessions.endAllOf(id);
        audit.person(Deed.CODE_APP_REMOVED, admin.id(), id, Map.of());
        audit.person(Deed.PASSKEY_REMOVED, admin.id(), id, Map.of("which", "all"));
        gate.tell(person, Notice.Kind.FACTORS_REMOVED, "/sign-in");
    }

    private void keepAnAdmin(Directory.Person person) {
        if (person.role() != Role.ADMIN) {
            return;
        }
        List<Long> admins = directory.adminsLocked();
        if (admins.stream().allMatch(admin -> admin == person.id())) {
            throw new RefusedDeed(RefusedDeed.Reason.LAST_ADMIN);
        }
    }

    private Directory.Person find(long id) {
        return directory.find(id).orElseThrow(NotThere::new);
    }
}
