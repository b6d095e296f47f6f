package support.sla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import support.calendar.ClosedDay;
import support.calendar.ServiceCalendar;
import support.calendar.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpeningHoursDataTest {
    private static final ClosedDay DAY =
            new ClosedDay(LocalDate.of(2026, 12, 24), "</script><b>", ClosedDay.Kind.COMPANY, "us");

    @Test
    void says_the_week_and_the_closed_days_and_opens_no_tag() {
        ServiceCalendar calendar = ServiceCalendar.of(1, "Europe/Berlin", 2015, 2045)
                .open(DayOfWeek.MONDAY, List.of(Window.parse("09:00-12:00"), Window.parse("22:00-24:00")))
                .build();
        String written = OpeningHoursData.of(calendar, List.of(DAY, DAY));
        JsonNode hours = JsonMapper.shared().readTree(written).at("/contactPoint/hoursAvailable");
        assertThat(written).doesNotContain("<", ">");
        assertThat(hours.size()).isEqualTo(3);
        assertThat(hours.at("/0/dayOfWeek").asString()).isEqualTo("https://schema.org/Monday");
        assertThat(hours.at("/1/closes").asString()).isEqualTo("23:59");
        assertThat(hours.at("/2/validFrom").asString()).isEqualTo("2026-12-24");
        assertThat(hours.at("/2/validThrough").asString()).isEqualTo("2026-12-24");
    }
}
