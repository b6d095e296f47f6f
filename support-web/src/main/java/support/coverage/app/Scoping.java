package support.coverage.app;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.coverage.ScopeTerms;
import support.coverage.persistence.ScopeVersions;
import support.people.Viewer;

/** Publishes the conditions of free support: they hold at once, for what is judged from then on. */
@Component
@Transactional
public class Scoping {
    private final ScopeVersions versions;
    private final Audit audit;
    private final Clock clock;

    Scoping(ScopeVersions versions, Audit audit, Clock clock) {
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return false when another lead has published meanwhile: nothing has changed then */
    public boolean publish(ScopeTerms next, Viewer by) {
        boolean newest =
                versions.current().version() == next.version() - 1 && versions.add(next, by.id(), clock.instant());
        if (newest) {
            audit.record(Deed.SCOPE_PUBLISHED, by.id(), "scope", Map.of("version", String.valueOf(next.version())));
        }
        return newest;
    }
}
