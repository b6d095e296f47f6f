package support.publishing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import support.publishing.Example;
import support.sla.Lane;
import support.sla.RefusedTerms;
import support.sla.RequestType;
import support.sla.Severity;

/**
 * An example as it is written down.
 *
 * @param start by the wall clock of the desk: {@code 2026-10-30T16:30}
 * @param due likewise; empty where nothing is promised
 */
record ExampleForm(
        @Nullable String start,
        @Nullable RequestType type,
        @Nullable Severity severity,
        @Nullable Lane lane,
        @Nullable String due,
        @Nullable String shows) {
    static final ExampleForm EMPTY = new ExampleForm("", RequestType.SUPPORT_REQUEST, null, Lane.STANDARD, "", "");

    /** The example that it says; errors on the fields, and null, when it says none. */
    @Nullable
    Example read(Errors errors, ZoneId zone) {
        Instant begin = at("start", start, zone, errors);
        Instant end = due == null || due.isBlank() ? null : at("due", due, zone, errors);
        String what = shows == null ? "" : shows.strip();
        if (!Example.isShown(what)) {
            errors.rejectValue("shows", "example.shows");
        }
        if (severity == null) {
            errors.rejectValue("severity", "example.severity");
        }
        if (errors.hasErrors() || begin == null || severity == null || type == null || lane == null) {
            return null;
        }
        try {
            return new Example(begin, type, severity, lane, end, what);
        } catch (RefusedTerms refused) {
            errors.rejectValue("start", "refused", new Object[] {refused.getMessage()}, null);
            return null;
        }
    }

    private static @Nullable Instant at(String field, @Nullable String text, ZoneId zone, Errors errors) {
        try {
            return LocalDateTime.parse(text == null ? "" : text.strip())
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException notATime) {
            errors.rejectValue(field, "example." + field);
            return null;
        }
    }
}
