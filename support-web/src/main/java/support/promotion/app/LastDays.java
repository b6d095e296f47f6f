package support.promotion.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import support.sla.app.CurrentTerms;

/** The last days of campaigns: days of the vendor's zone, which they always name with the hour at which they end; in English. */
@Component("lastDays")
public class LastDays {
    private final CurrentTerms terms;

    LastDays(CurrentTerms terms) {
        this.terms = terms;
    }

    /** {@code 31 Dec 2026, 24:00 CET}. */
    public String until(LocalDate lastDay) {
        // the name of the zone on that day, not on the next: clocks may change at its end
        Instant stillThatDay = end(lastDay).minusSeconds(1);
        return DateTimeFormatter.ofPattern("d MMM yyyy, '24:00' zzz", Locale.ENGLISH)
                .format(stillThatDay.atZone(zone()));
    }

    /** {@code 1 Dec 2026}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(day);
    }

    /** The first instant after a day. */
    public Instant end(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(zone()).toInstant();
    }

    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone());
    }

    public ZoneId zone() {
        return terms.calendar().zone();
    }
}
