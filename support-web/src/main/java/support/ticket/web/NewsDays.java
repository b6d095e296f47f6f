package support.ticket.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import support.sla.Terms;
import support.sla.app.CurrentTerms;

/** The days that people of the desk name for the next news: they are due when the desk closes on that day. */
@Component
class NewsDays {
    /** Who promises news for a day beyond it has mistyped the year. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private static final String FIELD = "newsBy";

    private final CurrentTerms terms;
    private final Clock clock;

    NewsDays(CurrentTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * When the desk closes on a day.
     *
     * @param day as a browser sends it, {@code 2026-11-27}, by the desk's zone; null or blank for none
     * @return null when no day is named, or when an error says why it cannot be that one
     */
    @Nullable
    Instant closing(@Nullable String day, Errors errors) {
        if (day == null || day.isBlank()) {
            return null;
        }
        Optional<LocalDate> date = date(day.strip());
        if (date.isEmpty()) {
            errors.rejectValue(FIELD, "news.day");
            return null;
        }
        Terms published = terms.published();
        Optional<Instant> closing = published.closing(date.get());
        if (closing.isEmpty()) {
            errors.rejectValue(FIELD, "news.closed");
        } else if (!closing.get().isAfter(clock.instant())) {
            errors.rejectValue(FIELD, "news.past");
        }
        return errors.hasFieldErrors(FIELD) ? null : closing.orElseThrow();
    }

    private Optional<LocalDate> date(String day) {
        try {
            LocalDate date = LocalDate.parse(day);
            LocalDate today = terms.today();
            boolean near = date.isBefore(today.plusDays(FARTHEST.toDays())) && date.isAfter(today.minusYears(1));
            return near ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
