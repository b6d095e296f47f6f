package support.sla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import support.calendar.ClosedDay;
import support.calendar.ServiceCalendar;
import support.calendar.Window;
import support.sla.Policy;
import support.sla.Terms;
import support.sla.Terms.PublishedCalendar;

class ClosedDaysFeedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate HOLY_EVE = LocalDate.of(2026, 12, 24);

    private static List<VEvent> events(Terms terms) throws Exception {
        Calendar read = new CalendarBuilder().build(new ByteArrayInputStream(ClosedDaysFeed.of(terms, TODAY)));
        return read.getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static ServiceCalendar.Builder week(int version) {
        return ServiceCalendar.of(version, "Europe/Berlin", 2015, 2045)
                .open(DayOfWeek.MONDAY, List.of(Window.parse("09:00-17:00")));
    }

    private static Terms terms(ServiceCalendar.Builder calendar) {
        return Terms.of(calendar.build(), Policy.standard());
    }

    @Test
    void every_closed_day_in_range_is_one_event_and_nothing_else_is() throws Exception {
        Terms terms = Terms.standard();
        ServiceCalendar calendar = terms.at(Instant.EPOCH).calendar();
        List<String> closed = LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2029, 1, 1))
                .flatMap(date -> calendar.closedDays(date).stream())
                .map(day -> day.date().toString().replace("-", "") + " " + day.name() + " " + day.kind())
                .toList();
        assertThat(closed).hasSizeGreaterThan(40);
        assertThat(events(terms))
                .extracting(event ->
                        value(event, "DTSTART") + " " + value(event, "SUMMARY") + " " + value(event, "CATEGORIES"))
                .containsExactlyElementsOf(closed);
        assertThat(events(terms)).extracting(event -> value(event, "UID")).doesNotHaveDuplicates();
    }

    @Test
    void the_same_terms_give_the_same_bytes() {
        byte[] feed = ClosedDaysFeed.of(Terms.standard(), TODAY);
        assertThat(feed).isEqualTo(ClosedDaysFeed.of(Terms.standard(), TODAY.plusDays(1)));
        assertThat(new String(feed, StandardCharsets.UTF_8))
                .contains("DTSTART;VALUE=DATE:20261225\r\n", "DTEND;VALUE=DATE:20261226\r\n", "TRANSP:TRANSPARENT\r\n")
                .contains("X-WR-CALNAME:Closed days\r\n", "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n");
    }

    @Test
    void a_day_with_other_hours_stands_at_its_times() throws Exception {
        List<VEvent> events = events(terms(week(1).changed(HOLY_EVE, List.of(Window.parse("09:00-12:00")))));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(value(event, "DTSTART")).isEqualTo("20261224T080000Z");
            assertThat(value(event, "DTEND")).isEqualTo("20261224T110000Z");
            assertThat(value(event, "SUMMARY")).isEqualTo("Other hours: open 09:00-12:00");
        });
    }

    @Test
    void a_name_cannot_add_a_line() throws Exception {
        String name = "Party; all, of us\nEND:VEVENT \u00dcber";
        Terms terms = terms(week(1).closed(new ClosedDay(HOLY_EVE, name, ClosedDay.Kind.COMPANY, "us")));
        assertThat(events(terms))
                .singleElement()
                .satisfies(event -> assertThat(value(event, "SUMMARY")).isEqualTo(name));
    }

    @Test
    void a_later_version_speaks_only_from_its_instant_on_and_a_day_keeps_its_uid() throws Exception {
        ClosedDay before = new ClosedDay(LocalDate.of(2026, 3, 2), "Old", ClosedDay.Kind.COMPANY, "us");
        ClosedDay after = new ClosedDay(HOLY_EVE, "Eve", ClosedDay.Kind.COMPANY, "us");
        Terms first = terms(week(1).closed(before).closed(after));
        Terms both = first.with(new PublishedCalendar(
                Terms.OFFICE_HOURS, week(2).closed(after).build(), Instant.parse("2026-06-01T00:00:00Z")));
        assertThat(events(both)).extracting(event -> value(event, "SUMMARY")).containsExactly("Old", "Eve");
        assertThat(events(both))
                .extracting(event -> value(event, "UID"))
                .containsExactlyElementsOf(
                        events(first).stream().map(event -> value(event, "UID")).toList());
        assertThat(value(events(both).getLast(), "DTSTAMP")).isEqualTo("20260601T000000Z");
    }
}
