package support.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The statutory holidays of a country and one of its states, as the library Jollyday knows them. */
public final class StatutoryHolidays implements Holidays {
    private static final String LIBRARY = "Jollyday 2.19.0: ";

    private final HolidayManager manager;
    private final String[] place;
    private final String source;

    private StatutoryHolidays(HolidayManager manager, String[] place, String source) {
        this.manager = manager;
        this.place = place;
        this.source = source;
    }

    /** The holidays of Saxony, without Corpus Christi, which only some of its municipalities keep. */
    public static StatutoryHolidays saxony() {
        return of("de", "sn");
    }

    /**
     * The holidays of a place.
     *
     * @param country its two letters, in lower case: {@code de}
     * @param state as the library names it: {@code sn}; empty for those of the whole country
     * @throws RefusedCalendar when the library knows no such place
     */
    public static StatutoryHolidays of(String country, String state) {
        HolidayManager manager = manager(country);
        if (state.isEmpty()) {
            return new StatutoryHolidays(manager, new String[0], LIBRARY + name(country));
        }
        var states = manager.getCalendarHierarchy().getChildren();
        if (!states.containsKey(state)) {
            throw new RefusedCalendar("There are no holidays of a state " + state + " in " + name(country));
        }
        String stateName = states.get(state).getDescription(Locale.ENGLISH);
        return new StatutoryHolidays(manager, new String[] {state}, LIBRARY + name(country) + ", " + stateName);
    }

    /** The countries whose holidays can be had: names in English by their two letters, in the order of the names. */
    public static Map<String, String> countries() {
        Map<String, String> names = new HashMap<>();
        Arrays.stream(HolidayCalendar.values())
                .map(one -> one.getId().toLowerCase(Locale.ROOT))
                .filter(id -> id.length() == 2)
                .forEach(id -> names.put(id, name(id)));
        return inOrder(names);
    }

    /**
     * The states of a country that have holidays of their own: names in English by what the library calls them.
     *
     * @throws RefusedCalendar when the library knows no such country
     */
    public static Map<String, String> states(String country) {
        Map<String, CalendarHierarchy> states =
                manager(country).getCalendarHierarchy().getChildren();
        Map<String, String> names = new HashMap<>();
        states.forEach((id, state) -> names.put(id, state.getDescription(Locale.ENGLISH)));
        return inOrder(names);
    }

    private static Map<String, String> inOrder(Map<String, String> names) {
        Map<String, String> ordered = new LinkedHashMap<>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> ordered.put(one.getKey(), one.getValue()));
        return ordered;
    }

    private static HolidayManager manager(String country) {
        HolidayCalendar known = Arrays.stream(HolidayCalendar.values())
                .filter(one -> one.getId().equalsIgnoreCase(country))
                .findFirst()
                .orElseThrow(() -> new RefusedCalendar("There are no holidays of a country " + country));
        return HolidayManager.getInstance(ManagerParameters.create(known));
    }

    private static String name(String country) {
        return Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
    }

    @Override
    public List<ClosedDay> of(Year year) {
        return manager.getHolidays(year, place).stream()
                .sorted(Comparator.comparing(Holiday::getDate).thenComparing(Holiday::getPropertiesKey))
                .map(this::closedDay)
                .toList();
    }

    private ClosedDay closedDay(Holiday holiday) {
        return new ClosedDay(
                holiday.getDate(), holiday.getDescription(Locale.ENGLISH), ClosedDay.Kind.STATUTORY, source);
    }
}
