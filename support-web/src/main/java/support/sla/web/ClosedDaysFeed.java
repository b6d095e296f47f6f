package support.sla.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import support.calendar.ClosedDay;
import support.calendar.ServiceCalendar;
import support.calendar.Window;
import support.sla.Terms;

/**
 * The closed days of the desk's own calendar and its days with other hours, as iCalendar: from the year before to two
 * years ahead, each by the version that is in force on it. The same terms in the same year give the same bytes, and a day
 * keeps its UID, so that whoever imports the feed again has nothing twice.
 *
 * <p>Times stand in UTC: a single event needs no rules of a time zone beside it.
 */
final class ClosedDaysFeed {
    private static final int YEARS_AHEAD = 2;
    private static final Duration REFRESH = Duration.ofDays(1);

    private final Terms terms;
    private final Map<String, VEvent> events = new LinkedHashMap<>();

    private ClosedDaysFeed(Terms terms) {
        this.terms = terms;
    }

    /** @param today in the zone of the desk */
    static byte[] of(Terms terms, LocalDate today) {
        ClosedDaysFeed feed = new ClosedDaysFeed(terms);
        LocalDate begin = LocalDate.of(today.getYear() - 1, 1, 1);
        begin.datesUntil(LocalDate.of(today.getYear() + YEARS_AHEAD + 1, 1, 1)).forEach(feed::add);
        return written(feed.calendar());
    }

    private static byte[] written(Calendar calendar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(false).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Calendar calendar() {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Support Desk//Closed days//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new XProperty("X-WR-CALNAME", "Closed days"));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        events.values().forEach(calendar::add);
        return calendar;
    }

    private void add(LocalDate date) {
        ServiceCalendar calendar = inForceOn(date);
        if (date.getYear() < calendar.firstYear() || date.getYear() > calendar.lastYear()) {
            return;
        }
        Instant stamp = effective(calendar);
        for (ClosedDay day : calendar.closedDays(date)) {
            add(event(date, date.plusDays(1), day.name(), day.kind().name(), stamp), date + " " + day.name());
        }
        if (calendar.closedDays(date).isEmpty() && calendar.changedDays().contains(date)) {
            addChanged(date, calendar, stamp);
        }
    }

    private void addChanged(LocalDate date, ServiceCalendar calendar, Instant stamp) {
        if (calendar.windows(date).isEmpty()) {
            add(event(date, date.plusDays(1), "Closed", "COMPANY", stamp), date + " closed");
        }
        for (Window window : calendar.windows(date)) {
            Instant open = at(date, window.openInclusive(), calendar);
            Instant close = at(date, window.closeExclusive(), calendar);
            add(event(open, close, "Other hours: open " + window, "CHANGED", stamp), date + " " + window);
        }
    }

    private void add(VEvent event, String key) {
        byte[] named = (Terms.OFFICE_HOURS + " " + key).getBytes(StandardCharsets.UTF_8);
        String uid = UUID.nameUUIDFromBytes(named).toString();
        event.add(new Uid(uid));
        events.putIfAbsent(uid, event);
    }

    private static <T extends Temporal> VEvent event(T start, T end, String name, String kind, Instant stamp) {
        VEvent event = new VEvent(false);
        event.add(new DtStamp(stamp));
        event.add(new DtStart<>(start));
        event.add(new DtEnd<>(end));
        event.add(new Summary(name));
        event.add(new Categories(kind));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    /** By the wall clock: a window may close at 24:00, and clocks may change on that day. */
    private static Instant at(LocalDate date, int second, ServiceCalendar calendar) {
        return date.atStartOfDay().plusSeconds(second).atZone(calendar.zone()).toInstant();
    }

    private ServiceCalendar inForceOn(LocalDate date) {
        ServiceCalendar newest = terms.newest(Terms.OFFICE_HOURS).orElseThrow().calendar();
        return terms.at(date.atStartOfDay(newest.zone()).toInstant()).calendar();
    }

    private Instant effective(ServiceCalendar calendar) {
        return terms.calendars().get(calendar.version() - 1).effective();
    }
}
