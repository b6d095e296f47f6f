package support.sla;

import java.time.DayOfWeek;
import java.util.List;
import support.calendar.GermanHolidays;
import support.calendar.Holidays;
import support.calendar.ServiceCalendar;
import support.calendar.Window;

/** The calendar and the policy by which a promise is made. */
public record Terms(ServiceCalendar calendar, Policy policy) {
    private static final int FIRST_YEAR = 2015;
    private static final int LAST_YEAR = 2045;

    /**
     * The first versions (docs/sla.md, rules 5 and 6): Monday to Friday 09:00 to 17:00 in Berlin, closed on the
     * statutory holidays of Saxony. The calendar ends with 2045: holidays further ahead are not for us to guess.
     */
    public static Terms standard() {
        return new Terms(officeHours(GermanHolidays.saxony()), Policy.standard());
    }

    private static ServiceCalendar officeHours(Holidays holidays) {
        ServiceCalendar.Builder calendar = ServiceCalendar.of(1, "Europe/Berlin", FIRST_YEAR, LAST_YEAR);
        for (DayOfWeek day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            calendar.open(day, List.of(Window.parse("09:00-17:00")));
        }
        return calendar.closed(holidays).build();
    }
}
