package support.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import support.calendar.BusinessHours;
import support.sla.Terms;

class ForecastTest {
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    private static final BusinessHours HOURS =
            Terms.standard().at(MONDAY_AT_TEN).calendar().hours();

    private static Forecast forecast(int agents, int minutes) {
        return new Forecast(new Forecast.Capacity(agents, Duration.ofMinutes(minutes)), MONDAY_AT_TEN, HOURS);
    }

    private static Forecast.Owed owed(long number, int minutes) {
        return new Forecast.Owed(new TicketNumber(number), HOURS.deadline(MONDAY_AT_TEN, Duration.ofMinutes(minutes)));
    }

    private static Forecast.Miss miss(long number, int minutes) {
        return new Forecast.Miss(new TicketNumber(number), Duration.ofMinutes(minutes));
    }

    @Test
    void taking_one_first_costs_those_who_were_just_in_time() {
        List<Forecast.Owed> ahead = List.of(owed(1, 25), owed(2, 80), owed(3, 75), owed(4, 90));
        assertThat(forecast(1, 25).missedByTakingBefore(ahead))
                .as("the fourth is late either way, the second has time")
                .containsExactly(miss(1, 25), miss(3, 25));
        assertThat(forecast(2, 25).missedByTakingBefore(ahead)).isEmpty();
        assertThat(forecast(1, 10).missedByTakingBefore(ahead)).isEmpty();
    }

    @Test
    void it_counts_open_time_over_the_night() {
        Instant atFive = Instant.parse("2026-06-15T14:50:00Z");
        Forecast forecast = new Forecast(new Forecast.Capacity(1, Duration.ofMinutes(20)), atFive, HOURS);
        List<Forecast.Owed> ahead =
                List.of(new Forecast.Owed(new TicketNumber(7), Instant.parse("2026-06-16T07:15:00Z")));
        assertThat(forecast.missedByTakingBefore(ahead))
                .as("answered at 09:10, or else at 09:30")
                .containsExactly(miss(7, 15));
    }

    @Test
    void nobody_who_answers_nothing_answers_anything() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Forecast.Capacity(0, Duration.ofMinutes(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Forecast.Capacity(1, Duration.ZERO));
    }

    private static List<Forecast.Owed> generated(SplittableRandom random) {
        List<Forecast.Owed> line = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            line.add(owed(line.size() + 1, random.nextInt(1200)));
        }
        return line;
    }

    private static Set<Long> numbers(List<Forecast.Miss> missed) {
        return missed.stream().map(miss -> miss.ticket().value()).collect(Collectors.toSet());
    }

    @Test
    void for_every_line_it_keeps_to_what_it_means() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            List<Forecast.Owed> ahead = generated(random);
            int agents = 1 + random.nextInt(8);
            int minutes = 1 + random.nextInt(90);
            Forecast forecast = forecast(agents, minutes);
            List<Forecast.Owed> turned = new ArrayList<>(ahead);
            turned.addFirst(owed(999, 100_000));
            Set<Long> more = new HashSet<>(numbers(forecast.missed(turned)));
            more.removeAll(numbers(forecast.missed(ahead)));
            List<Forecast.Miss> missed = forecast.missedByTakingBefore(ahead);
            assertThat(numbers(missed)).as("the long way round").isEqualTo(more);
            assertThat(forecast(agents, minutes).missedByTakingBefore(ahead))
                    .as("the same again")
                    .isEqualTo(missed);
            assertThat(numbers(forecast.missed(ahead)))
                    .as("more agents miss nothing that fewer keep")
                    .containsAll(numbers(forecast(agents + 1, minutes).missed(ahead)));
            assertThat(missed)
                    .allSatisfy(miss ->
                            assertThat(miss.late()).isBetween(Duration.ofNanos(1), Duration.ofMinutes(minutes)));
            assertThat(forecast.missedByTakingBefore(List.of()))
                    .as("whoever is first takes nobody's place")
                    .isEmpty();
        }
    }
}
