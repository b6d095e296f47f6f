package support.access.app;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.access.persistence.SessionRows;
import support.audit.Deed;
import support.audit.app.Audit;

/** Ends sessions; they are dead at once on every instance, since each request looks for its session in the database. */
@Component
public class Sessions {
    private final SessionRows rows;
    private final Audit audit;

    Sessions(SessionRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    @Transactional
    public void end(long person, String session) {
        if (rows.end(person, session)) {
            audit.person(Deed.SESSIONS_ENDED, person, person, Map.of("how many", "1"));
        }
    }

    /** @param session the one that goes on */
    @Transactional
    public void endOthers(long person, String session) {
        int ended = rows.endOthersOf(person, session);
        audit.person(Deed.SESSIONS_ENDED, person, person, Map.of("how many", Integer.toString(ended)));
    }
}
