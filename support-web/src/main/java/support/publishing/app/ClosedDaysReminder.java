package support.publishing.app;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Notice;
import support.people.persistence.People;
import support.publishing.persistence.SignOffs;

/** Tells the leads by letter, once for each calendar and year, that nobody has looked over its closed days yet. */
@Component
public class ClosedDaysReminder {
    private final ClosedDays closedDays;
    private final SignOffs signOffs;
    private final People people;
    private final ApplicationEventPublisher letters;
    private final Clock clock;

    ClosedDaysReminder(
            ClosedDays closedDays, SignOffs signOffs, People people, ApplicationEventPublisher letters, Clock clock) {
        this.closedDays = closedDays;
        this.signOffs = signOffs;
        this.people = people;
        this.letters = letters;
        this.clock = clock;
    }

    @Transactional
    public void remind() {
        for (ClosedDays.Unsigned one : closedDays.unsigned()) {
            if (signOffs.remind(one.calendar(), one.year(), clock.instant())) {
                String year = Integer.toString(one.year());
                people.leads()
                        .forEach(lead -> letters.publishEvent(Notice.to(
                                        Notice.Kind.CLOSED_DAYS_WANTED,
                                        lead.address(),
                                        lead.name(),
                                        one.calendar(),
                                        year)
                                .leadingTo("/terms")));
            }
        }
    }
}
