package support.access.app;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.PersonName;
import support.people.Viewer;
import support.people.persistence.Register;

/** What people say of themselves. */
@Component
public class Profiles {
    private final Register register;
    private final Audit audit;

    Profiles(Register register, Audit audit) {
        this.register = register;
        this.audit = audit;
    }

    /**
     * @param keys whether a letter alone does something on the desk's pages
     * @param undo whether a reply waits a moment, in which it can be taken back
     */
    @Transactional
    public void setHabits(Viewer viewer, boolean keys, boolean undo) {
        register.setHabits(viewer.id(), keys, undo);
    }

    /** @param zone the id of a time zone */
    @Transactional
    public void change(Viewer viewer, PersonName name, String zone) {
        register.setProfile(viewer.id(), name, zone);
        if (!viewer.name().equals(name.text())) {
            audit.person(Deed.NAME_CHANGED, viewer.id(), viewer.id(), Map.of());
        }
    }
}
