package support.publishing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import support.ticket.persistence.Histories;

/**
 * A span of days as it was typed, in the zone of the desk.
 *
 * @param from the first day; empty for the beginning
 * @param to the last day; empty for today
 */
record SpanForm(@Nullable String from, @Nullable String to) {
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(2100, 1, 1);

    /** The span; all history where nothing was typed; errors on the fields, and empty, when it is none. */
    Optional<Histories.Span> read(Errors errors, ZoneId zone) {
        LocalDate first = date("from", from, BEGINNING, errors);
        LocalDate last = date("to", to, END, errors);
        if (first == null || last == null) {
            return Optional.empty();
        }
        if (last.isBefore(first)) {
            errors.rejectValue("to", "rehearsal.reversed");
            return Optional.empty();
        }
        return Optional.of(new Histories.Span(begin(first, zone), begin(last.plusDays(1), zone)));
    }

    private static Instant begin(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate date(String field, @Nullable String text, LocalDate otherwise, Errors errors) {
        try {
            LocalDate date = text == null || text.isBlank() ? otherwise : LocalDate.parse(text.strip());
            if (!date.isBefore(BEGINNING) && !date.isAfter(END)) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // said below
        }
        errors.rejectValue(field, "rehearsal.date");
        return null;
    }
}
