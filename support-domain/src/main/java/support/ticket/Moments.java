package support.ticket;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import support.calendar.BusinessDays;
import support.calendar.NeverOpens;
import support.calendar.OutsideCalendar;
import support.calendar.ServiceCalendar;
import support.query.Span;

/** The instants that spans of a query lead to, by the desk's calendar. */
public record Moments(Instant now, ServiceCalendar calendar) {
    /** Later than anything that a calendar knows. */
    private static final Duration BEYOND = Duration.ofDays(36_500);

    /**
     * When so much business time will have passed. A day ends with the business day that runs or comes next, two days with the
     * one after it. A hundred years for what lies beyond the calendar.
     */
    public Instant ahead(Span span) {
        try {
            return switch (span.unit()) {
                case MINUTES -> calendar.hours().deadline(now, Duration.ofMinutes(span.amount()));
                case HOURS -> calendar.hours().deadline(now, Duration.ofHours(span.amount()));
                case DAYS -> endOf(span.amount());
                case WEEKS -> throw new IllegalArgumentException("no business time: " + span);
            };
        } catch (OutsideCalendar | NeverOpens | IndexOutOfBoundsException beyond) {
            return now.plus(BEYOND);
        }
    }

    /** Before a day begins nothing of it is due: so what is due within a day is due before the next one begins. */
    private Instant endOf(int days) {
        if (days == 0) {
            return now;
        }
        BusinessDays all = calendar.businessDays();
        return calendar.hours()
                .nextOpening(now)
                .map(open -> all.begin(all.of(open) + days))
                .orElseGet(() -> now.plus(BEYOND));
    }

    /** When the desk opens on the next day, or on the first after it on which it does; empty beyond the calendar. */
    public Optional<Instant> nextMorning() {
        return opening(today().plusDays(1));
    }

    /** When the desk opens in the week after this one. */
    public Optional<Instant> nextWeek() {
        return opening(today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }

    /** When the desk opens so many business days after the one that runs or comes next. */
    public Optional<Instant> morningAfter(int days) {
        Instant begin = ahead(new Span(days, Span.Unit.DAYS));
        return Optional.of(begin).filter(now.plus(BEYOND)::isAfter);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, calendar.zone());
    }

    private Optional<Instant> opening(LocalDate from) {
        try {
            return calendar.hours()
                    .nextOpening(from.atStartOfDay(calendar.zone()).toInstant());
        } catch (OutsideCalendar beyond) {
            return Optional.empty();
        }
    }

    /** So long ago, by the clock. */
    public Instant ago(Span span) {
        return now.minus(
                switch (span.unit()) {
                    case MINUTES -> Duration.ofMinutes(span.amount());
                    case HOURS -> Duration.ofHours(span.amount());
                    case DAYS -> Duration.ofDays(span.amount());
                    case WEEKS -> Duration.ofDays(7L * span.amount());
                });
    }
}
