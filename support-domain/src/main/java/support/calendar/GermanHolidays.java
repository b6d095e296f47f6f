package support.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The statutory holidays of a German state, as the library Jollyday knows them. */
public final class GermanHolidays implements Holidays {
    private static final String SOURCE = "Jollyday 2.19.0: Germany, ";

    private final HolidayManager manager =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
    private final String state;
    private final String source;

    private GermanHolidays(String state, String stateName) {
        this.state = state;
        this.source = SOURCE + stateName;
    }

    /** The holidays of Saxony, without Corpus Christi, which only some of its municipalities keep. */
    public static GermanHolidays saxony() {
        return new GermanHolidays("sn", "Saxony");
    }

    @Override
    public List<ClosedDay> of(Year year) {
        return manager.getHolidays(year, state).stream()
                .sorted(Comparator.comparing(Holiday::getDate).thenComparing(Holiday::getPropertiesKey))
                .map(this::closedDay)
                .toList();
    }

    private ClosedDay closedDay(Holiday holiday) {
        return new ClosedDay(
                holiday.getDate(), holiday.getDescription(Locale.ENGLISH), ClosedDay.Kind.STATUTORY, source);
    }
}
