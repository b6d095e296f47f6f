package support.ticket.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/** A quarter of a year in the zone of the desk's calendar; {@code to} is not in it. */
record Quarter(int year, int number, Instant from, Instant to) {
    private static final int MONTHS = 3;

    static Quarter at(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        int number = today.get(IsoFields.QUARTER_OF_YEAR);
        LocalDate first = LocalDate.of(today.getYear(), (number - 1) * MONTHS + 1, 1);
        return new Quarter(
                today.getYear(),
                number,
                first.atStartOfDay(zone).toInstant(),
                first.plusMonths(MONTHS).atStartOfDay(zone).toInstant());
    }
}
