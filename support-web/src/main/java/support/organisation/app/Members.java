package support.organisation.app;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.organisation.persistence.Directory;
import support.organisation.persistence.Organisations;
import support.people.Viewer;

/**
 * What people do within their own organisation. Whoever manages it lets people in and out; nobody of another one is
 * there for them.
 */
@Component
@Transactional
public class Members {
    private final Directory directory;
    private final Organisations organisations;
    private final Gate gate;
    private final Audit audit;

    Members(Directory directory, Organisations organisations, Gate gate, Audit audit) {
        this.directory = directory;
        this.organisations = organisations;
        this.gate = gate;
        this.audit = audit;
    }

    /** @throws NotThere for people of the desk, who have none */
    @Transactional(readOnly = true)
    public Organisations.Organisation organisation(Viewer viewer) {
        return organisations.find(home(viewer)).orElseThrow(NotThere::new);
    }

    /** Only managers learn who waits, and who is out. */
    @Transactional(readOnly = true)
    public List<Directory.Person> people(Viewer viewer) {
        return directory.ofOrganisation(home(viewer)).stream()
                .filter(person -> viewer.manages() || person.isActive())
                .toList();
    }

    /** One person, for whoever manages the organisation. */
    @Transactional(readOnly = true)
    public Directory.Person person(long id, Viewer manager) {
        return find(id, manager);
    }

    public void share(boolean sharesTickets, Viewer manager) {
        Organisations.Organisation organisation = organisation(manager);
        refuseUnlessManaging(manager);
        if (organisation.sharesTickets() != sharesTickets) {
            organisations.setSharing(organisation.id(), sharesTickets);
            audit.record(
                    Deed.ORGANISATION_CHANGED,
                    manager.id(),
                    "organisation:" + organisation.id(),
                    Map.of("sees", sharesTickets ? "all tickets" : "own tickets"));
        }
    }

    public void approve(long id, Viewer manager) {
        gate.approve(find(id, manager), manager);
    }

    public void refuse(long id, Viewer manager) {
        gate.refuse(find(id, manager), manager);
    }

    public void setManages(long id, boolean manages, Viewer manager) {
        Directory.Person person = find(id, manager);
        if (!manages) {
            gate.keepAManager(person);
        }
        gate.setManages(person, manages, manager);
    }

    /** Oneself one does not remove, one leaves. */
    public void remove(long id, Viewer manager) {
        if (id == manager.id()) {
            throw new RefusedDeed(RefusedDeed.Reason.ONESELF);
        }
        Directory.Person person = find(id, manager);
        gate.keepAManager(person);
        gate.close(person, manager, Deed.DEACTIVATED);
    }

    public void leave(Viewer viewer) {
        home(viewer);
        Directory.Person person = directory.find(viewer.id()).orElseThrow(NotThere::new);
        gate.keepAManager(person);
        gate.close(person, viewer, Deed.LEFT_ORGANISATION);
    }

    private Directory.Person find(long id, Viewer manager) {
        refuseUnlessManaging(manager);
        long home = home(manager);
        return directory
                .find(id)
                .filter(person -> person.organisation() != null && person.organisation() == home)
                .orElseThrow(NotThere::new);
    }

    private static void refuseUnlessManaging(Viewer viewer) {
        if (!viewer.manages()) {
            throw new NotThere();
        }
    }

    private static long home(Viewer viewer) {
        if (viewer.organisation() == null) {
            throw new NotThere();
        }
        return viewer.organisation();
    }
}
