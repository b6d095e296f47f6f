package support.automation.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import support.catalog.persistence.Apps;
import support.people.Role;
import support.people.Viewer;
import support.query.Query;
import support.query.Reading;
import support.sla.app.CurrentTerms;
import support.ticket.Moments;
import support.ticket.TicketKeys;
import support.ticket.persistence.Asked;

/** Reads what automations ask for, as the queue reads it. */
@Component
public class AutomationQueries {
    /** Sees all tickets, and is nobody's "me". */
    static final Viewer DESK =
            new Viewer(0, "", "", Role.ADMIN, null, false, false, null, ZoneOffset.UTC, Locale.ENGLISH);

    private final Apps apps;
    private final CurrentTerms terms;

    AutomationQueries(Apps apps, CurrentTerms terms) {
        this.apps = apps;
        this.terms = terms;
    }

    public Reading read(String query) {
        return TicketKeys.of(apps.all().stream()
                        .map(app -> app.key().toLowerCase(Locale.ROOT))
                        .toList())
                .read(query);
    }

    /** Whether it asks for "me", who nobody is when the desk asks. */
    public static boolean asksForMe(Query query) {
        return query.terms().stream()
                .anyMatch(term -> term instanceof Query.Is is
                        && is.key().equals("assignee")
                        && is.values().contains("me"));
    }

    /** Empty when it cannot be read any more. */
    Optional<Asked> asked(String query, Instant now) {
        return Optional.of(read(query))
                .filter(Reading::isWhole)
                .map(reading -> new Asked(reading.query(), new Moments(now, terms.calendar())));
    }
}
