package support.team.app;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Viewer;
import support.team.Absence;
import support.team.persistence.Teams;

/** Leads say who knows what; everybody who answers says when they are away, and leads say it for them. */
@Component
@Transactional
public class TeamDesk {
    private final Teams teams;
    private final Audit audit;

    TeamDesk(Teams teams, Audit audit) {
        this.teams = teams;
        this.audit = audit;
    }

    /** @param apps none: they know all */
    public void set(long person, Set<Long> apps, boolean given, Viewer by) {
        teams.set(person, apps, given);
        audit.person(Deed.SKILLS_CHANGED, by.id(), person, Map.of());
    }

    public void add(long person, Absence absence, Viewer by) {
        teams.add(person, absence);
        audit.person(Deed.ABSENCE_SET, by.id(), person, Map.of());
    }

    public void removeAbsence(long person, long absence, Viewer by) {
        teams.removeAbsence(person, absence);
        audit.person(Deed.ABSENCE_SET, by.id(), person, Map.of());
    }
}
