package support.access.app;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;
import support.people.persistence.People;

/** Whatever changes how somebody signs in is recorded and told to them by letter: neither without the other. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OwnerNews {
    static final String SECURITY = "/account/security";

    private final People people;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    OwnerNews(People people, Audit audit, ApplicationEventPublisher events) {
        this.people = people;
        this.audit = audit;
        this.events = events;
    }

    void tell(long person, Deed deed, Notice.Kind what) {
        tell(person, deed, Map.of(), what, SECURITY);
    }

    /**
     * The deed comes last: its entry holds up all others until the transaction ends.
     *
     * @param details of the deed, for the audit log
     * @param page where the letter leads
     * @param words that the letter is filled with
     */
    void tell(long person, Deed deed, Map<String, String> details, Notice.Kind what, String page, String... words) {
        people.viewer(person)
                .ifPresent(owner -> events.publishEvent(
                        Notice.to(what, owner.email(), owner.name(), words).leadingTo(page)));
        audit.person(deed, person, person, details);
    }
}
