package support.automation.app;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.automation.Automation;
import support.automation.persistence.Automations;
import support.people.Viewer;

/** Keeps automations; each change is in the audit log. */
@Component
@Transactional
public class AutomationDesk {
    /** Why one could not be kept; nothing has changed. */
    public enum Outcome {
        KEPT,
        /** Somebody else was faster. */
        STALE,
        /** There are as many already as there can be. */
        FULL
    }

    private final Automations automations;
    private final Audit audit;
    private final Clock clock;

    AutomationDesk(Automations automations, Audit audit, Clock clock) {
        this.automations = automations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one has that name */
    public Outcome add(Automation automation, Viewer by) {
        return automations
                .add(automation)
                .map(id -> {
                    record(Deed.AUTOMATION_ADDED, id, automation, by);
                    return Outcome.KEPT;
                })
                .orElse(Outcome.FULL);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another has that name */
    public Outcome change(Automation automation, Viewer by) {
        return done(automations.change(automation, clock.instant()), Deed.AUTOMATION_CHANGED, automation, by);
    }

    /** It acts from now on, as it was read. */
    public Outcome start(Automation automation, Viewer by) {
        return done(
                automations.start(automation.id(), automation.version(), clock.instant()),
                Deed.AUTOMATION_STARTED,
                automation,
                by);
    }

    public void stop(Automation automation, Viewer by) {
        done(automations.stop(automation.id(), null), Deed.AUTOMATION_STOPPED, automation, by);
    }

    public void moveUp(Automation automation, Viewer by) {
        automations.moveUp(automation.id());
        record(Deed.AUTOMATION_CHANGED, automation.id(), automation, by);
    }

    public void remove(Automation automation, Viewer by) {
        done(automations.remove(automation.id()), Deed.AUTOMATION_REMOVED, automation, by);
    }

    private Outcome done(boolean done, Deed deed, Automation automation, Viewer by) {
        if (done) {
            record(deed, automation.id(), automation, by);
        }
        return done ? Outcome.KEPT : Outcome.STALE;
    }

    private void record(Deed deed, long id, Automation automation, Viewer by) {
        audit.record(deed, by.id(), "automation:" + id, Map.of("name", automation.name()));
    }
}
