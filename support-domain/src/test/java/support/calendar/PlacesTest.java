package support.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void every_country_that_is_offered_has_holidays() {
        for (String country : StatutoryHolidays.countries().keySet()) {
            assertThat(StatutoryHolidays.of(country, "").of(Year.of(2027)))
                    .as(country)
                    .doesNotContainNull();
        }
    }

    @Test
    void states_stand_in_the_order_of_their_names() {
        List<String> names = List.copyOf(StatutoryHolidays.states("de").values());
        assertThat(names).contains("Saxony", "Bavaria").isSorted();
    }

    @Test
    void nobody_knows_the_states_of_nowhere() {
        assertThatThrownBy(() -> StatutoryHolidays.states("xx")).isInstanceOf(RefusedCalendar.class);
    }

    @Test
    void countries_are_named_by_their_two_letters_in_the_order_of_their_names() {
        Map<String, String> countries = StatutoryHolidays.countries();
        assertThat(countries).containsEntry("de", "Germany").containsEntry("at", "Austria");
        assertThat(countries.keySet()).allMatch(id -> id.length() == 2);
        assertThat(List.copyOf(countries.values())).isSorted();
    }

    @Test
    void a_calendar_is_closed_on_the_holidays_of_all_its_years() {
        ServiceCalendar calendar = ServiceCalendar.of(1, "Europe/Berlin", 2026, 2027)
                .open(DayOfWeek.MONDAY, List.of(Window.parse("09:00-17:00")))
                .closed(StatutoryHolidays.saxony())
                .build();
        assertThat(calendar.closedDays(LocalDate.of(2026, 1, 1))).hasSize(1);
        assertThat(calendar.closedDays(LocalDate.of(2027, 12, 26))).hasSize(1);
    }
}
