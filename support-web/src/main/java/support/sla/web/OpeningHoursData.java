package support.sla.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import support.calendar.ClosedDay;
import support.calendar.ServiceCalendar;
import support.calendar.Window;
import tools.jackson.databind.json.JsonMapper;

/** The opening hours for programs that read pages: schema.org's words as JSON-LD. */
final class OpeningHoursData {
    private static final JsonMapper JSON = JsonMapper.shared();

    private OpeningHoursData() {}

    /** JSON that may stand inside a script element: nothing in it opens or closes a tag, whatever a day is called. */
    static String of(ServiceCalendar calendar, List<ClosedDay> closedDays) {
        List<Map<String, Object>> special = new ArrayList<>();
        closedDays.stream().map(ClosedDay::date).distinct().forEach(date -> special.add(closed(date)));
        Map<String, Object> desk = new LinkedHashMap<>();
        desk.put("@context", "https://schema.org");
        desk.put("@type", "Organization");
        desk.put("contactPoint", Map.of("@type", "ContactPoint", "hoursAvailable", hours(calendar, special)));
        return JSON.writeValueAsString(desk).replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private static List<Map<String, Object>> hours(ServiceCalendar calendar, List<Map<String, Object>> special) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (Window window : calendar.week(day)) {
                Map<String, Object> open = specification();
                open.put("dayOfWeek", "https://schema.org/" + named(day));
                open.put("opens", clock(window.openInclusive()));
                open.put("closes", clock(window.closeExclusive()));
                all.add(open);
            }
        }
        all.addAll(special);
        return all;
    }

    /** Open from midnight to midnight means closed all day there. */
    private static Map<String, Object> closed(LocalDate date) {
        Map<String, Object> closed = specification();
        closed.put("validFrom", date.toString());
        closed.put("validThrough", date.toString());
        closed.put("opens", "00:00");
        closed.put("closes", "00:00");
        return closed;
    }

    private static Map<String, Object> specification() {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("@type", "OpeningHoursSpecification");
        return made;
    }

    private static String named(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** No clock shows 24:00: schema.org ends such a day at 23:59. */
    private static String clock(int second) {
        return second == 24 * 60 * 60 ? "23:59" : "%02d:%02d".formatted(second / 3600, second / 60 % 60);
    }
}
