package support.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Year;
import java.util.List;
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
}
