package support.ticket.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.people.Viewer;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.Receipt;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.app.CurrentTerms;

/** What the desk would promise for each severity, if the request were sent at an instant. */
@Component
class DueChoices {
    /** How long a form may have been open for its due times to be worth comparing. */
    private static final Duration OLDEST_FORM = Duration.ofDays(1);

    /** @param startsAt when the clock starts: later than the instant of sending when the desk is closed then */
    record Choice(Severity severity, Duration target, Instant dueAt, Instant startsAt, Receipt receipt) {}

    private final CurrentTerms terms;

    DueChoices(CurrentTerms terms) {
        this.terms = terms;
    }

    /** One for each severity; none for a type of request that carries no promise. */
    List<Choice> at(Instant sent, RequestType type, Viewer viewer) {
        List<Choice> choices = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            promise(sent, type, severity, lane(viewer)).ifPresent(promise -> choices.add(choice(promise)));
        }
        return choices;
    }

    /** The due time that stood on a form whose times were worked out at an instant. */
    @Nullable
    Instant shown(@Nullable Instant shownAt, Instant now, RequestType type, @Nullable Severity severity, Lane lane) {
        if (severity == null || shownAt == null || shownAt.isAfter(now) || shownAt.isBefore(now.minus(OLDEST_FORM))) {
            return null;
        }
        return promise(shownAt, type, severity, lane).map(Promise::dueAt).orElse(null);
    }

    /** The lane that a ticket of this person would take now. */
    static Lane lane(Viewer viewer) {
        return viewer.activePartner() ? Lane.FAST_LANE : Lane.STANDARD;
    }

    private Optional<Promise> promise(Instant sent, RequestType type, Severity severity, Lane lane) {
        return Promise.firstResponse(sent, type, severity, lane, terms.published());
    }

    private Choice choice(Promise promise) {
        return new Choice(
                promise.severity(),
                promise.target(),
                promise.dueAt(),
                promise.runsFrom(terms.published()),
                Receipt.of(promise, terms.published()));
    }
}
