package support.site.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import support.people.Viewer;
import support.sla.app.CurrentTerms;

/**
 * How times read (docs/sla.md, rule 13): to the minute, cut, never rounded up; in the desk's zone, and in the reader's
 * where its clock shows something else; the zone is always named.
 */
@Component("times")
public class Times {
    /**
     * One time on a page.
     *
     * @param iso for machines
     * @param desk in the desk's zone
     * @param reader in the reader's zone; null where the reader's clock shows what the desk's shows
     */
    public record Shown(String iso, String desk, @Nullable String reader) {}

    private static final String PATTERN = "EEE d MMM, HH:mm zzz";
    private static final String PATTERN_OTHER_YEAR = "EEE d MMM yyyy, HH:mm zzz";

    private final CurrentTerms terms;
    private final MessageSource messages;
    private final Clock clock;
    private final Map<Locale, DateTimeFormatter> thisYear = new ConcurrentHashMap<>();
    private final Map<Locale, DateTimeFormatter> otherYears = new ConcurrentHashMap<>();

    Times(CurrentTerms terms, MessageSource messages, Clock clock) {
        this.terms = terms;
        this.messages = messages;
        this.clock = clock;
    }

    public Shown shown(Instant at, @Nullable Viewer reader) {
        return new Shown(iso(at), desk(at), reader(at, reader));
    }

    /** In the desk's zone: {@code Mon 2 Nov, 12:30 CET}. */
    public String desk(Instant at) {
        return text(at, terms.calendar().zone());
    }

    /** In the reader's zone; null where the reader's clock shows what the desk's shows. */
    public @Nullable String reader(Instant at, @Nullable Viewer reader) {
        if (reader == null) {
            return null;
        }
        ZoneId desk = terms.calendar().zone();
        boolean same =
                at.atZone(reader.zone()).getOffset().equals(at.atZone(desk).getOffset());
        return same ? null : text(at, reader.zone());
    }

    /** For letters: desk's zone, and the reader's in brackets where it differs. */
    public String both(Instant at, @Nullable Viewer reader) {
        String own = reader(at, reader);
        return own == null ? desk(at) : messages.getMessage("time.both", new Object[] {desk(at), own}, locale());
    }

    /** As {@link #both}, in the language of the reader, whoever is at work at the moment. */
    public String inLetter(Instant at, Viewer reader) {
        Locale before = locale();
        LocaleContextHolder.setLocale(reader.locale());
        try {
            return both(at, reader);
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    /** The hour alone, in the reader's zone, of what happened just now: {@code 12:30 CET}. */
    public String clock(Instant at, Viewer reader) {
        return DateTimeFormatter.ofPattern("HH:mm zzz", locale()).format(at.atZone(reader.zone()));
    }

    /** For machines. */
    public String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** {@code 3 h 20 min}, cut to the minute; days are never used, since a business day is no day by the clock. */
    public String length(Duration length) {
        long minutes = length.toMinutes();
        Object[] parts = {minutes / 60, minutes % 60};
        if (minutes >= 60 && minutes % 60 == 0) {
            return messages.getMessage("time.hours", parts, locale());
        }
        return messages.getMessage(minutes >= 60 ? "time.hoursMinutes" : "time.minutes", parts, locale());
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", locale()).format(month);
    }

    /** A formatter is made once for each language: making one costs far more than using it. */
    private String text(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        boolean now = local.getYear() == clock.instant().atZone(zone).getYear();
        return (now ? thisYear : otherYears)
                .computeIfAbsent(
                        locale(), locale -> DateTimeFormatter.ofPattern(now ? PATTERN : PATTERN_OTHER_YEAR, locale))
                .format(local);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
