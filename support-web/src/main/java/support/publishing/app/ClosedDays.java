package support.publishing.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Viewer;
import support.publishing.Subject;
import support.publishing.persistence.SignOffs;
import support.sla.Terms;
import support.sla.app.CurrentTerms;

/** The yearly look at the closed days: somebody finds those of the next year right, for each calendar. */
@Component
@Transactional
public class ClosedDays {
    /** A calendar whose closed days of a year nobody has looked over yet. */
    public record Unsigned(String calendar, int year) {}

    private final SignOffs signOffs;
    private final CurrentTerms terms;
    private final Audit audit;
    private final Clock clock;

    ClosedDays(SignOffs signOffs, CurrentTerms terms, Audit audit, Clock clock) {
        this.signOffs = signOffs;
        this.terms = terms;
        this.audit = audit;
        this.clock = clock;
    }

    /** From November on, those of the next year. */
    @Transactional(readOnly = true)
    public List<Unsigned> unsigned() {
        LocalDate today = LocalDate.now(clock.withZone(terms.calendar().zone()));
        if (today.getMonth().compareTo(Month.NOVEMBER) < 0) {
            return List.of();
        }
        int next = today.getYear() + 1;
        Terms published = terms.published();
        return published.names().stream()
                .filter(name -> signOffs.of(name, Subject.calendar(name).newestIn(published), next)
                        .isEmpty())
                .map(name -> new Unsigned(name, next))
                .toList();
    }

    /** Somebody has looked over the closed days of a year, in the newest version of a calendar. */
    public void signOff(String calendar, int year, Viewer by) {
        int version =
                terms.published().newest(calendar).orElseThrow().calendar().version();
        signOffs.add(calendar, version, year, by.id(), clock.instant());
        audit.record(
                Deed.CLOSED_DAYS_SIGNED_OFF,
                by.id(),
                Subject.calendar(calendar).key(),
                Map.of("year", Integer.toString(year), "version", Integer.toString(version)));
    }
}
