package support.training.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.site.web.Typed;
import support.training.Session;

/**
 * A session as a lead writes it down: anything may be missing or absurd.
 *
 * @param begins by the vendor's wall clock
 * @param minutes how long it lasts
 * @param seen the version that the page showed
 */
record SessionForm(
        @Nullable String begins,
        @Nullable String minutes,
        @Nullable String place,
        @Nullable String seats,
        @Nullable String seen) {
    private static final int LONGEST = 24 * 60;

    static SessionForm of(Session session, ZoneId zone) {
        return new SessionForm(
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                        .format(session.begins().atZone(zone)),
                String.valueOf(session.length().toMinutes()),
                session.place(),
                String.valueOf(session.seats()),
                String.valueOf(session.version()));
    }

    /** Empty when something is wrong with it. */
    Optional<Session> read(long id, long course, ZoneId zone, BindingResult errors) {
        Instant from = begins(zone);
        if (from == null) {
            errors.rejectValue("begins", "session.begins.wrong");
        }
        long length = Typed.number(minutes);
        if (length < 1 || length > LONGEST) {
            errors.rejectValue("minutes", "session.minutes.wrong");
        }
        long many = Typed.number(seats);
        if (many < 1 || many > Session.MOST_SEATS) {
            errors.rejectValue("seats", "session.seats.wrong");
        }
        String where = Typed.line(place);
        if (where.isEmpty() || where.length() > Session.LONGEST_PLACE) {
            errors.rejectValue("place", "session.place.wrong");
        }
        if (errors.hasErrors() || from == null) {
            return Optional.empty();
        }
        Instant to = from.plus(Duration.ofMinutes(length));
        return Optional.of(new Session(id, course, from, to, where, (int) many, false, (int) Typed.number(seen)));
    }

    private @Nullable Instant begins(ZoneId zone) {
        try {
            LocalDateTime read = LocalDateTime.parse(Typed.text(begins));
            return Typed.isSensible(read.toLocalDate()) ? read.atZone(zone).toInstant() : null;
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
