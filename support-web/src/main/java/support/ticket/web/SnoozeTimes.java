package support.ticket.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.sla.app.CurrentTerms;
import support.ticket.Moments;

/** The times until which a ticket can be set aside, by name and as they are typed. */
@Component
class SnoozeTimes {
    enum When {
        TOMORROW,
        NEXT_WEEK,
        THREE_DAYS,
        /** When what is promised needs a look. */
        PROMISE,
        /** As it is typed. */
        OTHER
    }

    /** Who sets a ticket aside for longer has mistyped the year. */
    static final Duration FARTHEST = Duration.ofDays(366);

    private static final int THREE = 3;

    private final CurrentTerms terms;
    private final Clock clock;

    SnoozeTimes(CurrentTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** By the desk's calendar, each time once. */
    Map<When, Instant> byName(Instant now) {
        Moments moments = new Moments(now, terms.calendar());
        Map<When, Instant> times = new LinkedHashMap<>();
        add(When.TOMORROW, moments.nextMorning(), times);
        add(When.THREE_DAYS, moments.morningAfter(THREE), times);
        add(When.NEXT_WEEK, moments.nextWeek(), times);
        return times;
    }

    private static void add(When when, Optional<Instant> at, Map<When, Instant> times) {
        at.filter(instant -> !times.containsValue(instant)).ifPresent(instant -> times.put(when, instant));
    }

    /** Empty when it cannot be read, or is no longer offered; what is promised cuts it in any case. */
    Optional<Instant> chosen(When when, @Nullable String day, @Nullable String time, ZoneId zone) {
        Instant now = clock.instant();
        return switch (when) {
            case PROMISE -> Optional.of(now.plus(FARTHEST));
            case OTHER -> typed(day, time, zone);
            case TOMORROW, NEXT_WEEK, THREE_DAYS ->
                Optional.ofNullable(byName(now).get(when));
        };
    }

    /** A time that a clock skips is the one that it goes on with. */
    private static Optional<Instant> typed(@Nullable String day, @Nullable String time, ZoneId zone) {
        if (day == null || time == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day.strip())
                    .atTime(LocalTime.parse(time.strip()))
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    boolean isTooFar(Instant until) {
        return until.isAfter(clock.instant().plus(FARTHEST));
    }
}
