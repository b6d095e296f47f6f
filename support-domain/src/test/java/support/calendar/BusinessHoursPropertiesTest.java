package support.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold on every calendar (docs/sla.md); the seed in a test's name repeats its case. */
class BusinessHoursPropertiesTest {
    static LongStream seeds() {
        return GeneratedCalendar.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void elapsed_is_the_inverse_of_deadline(long seed) {
        GeneratedCalendar given = new GeneratedCalendar(seed);
        BusinessHours hours = given.builder().build().hours();
        Instant start = given.instant();
        Duration time = given.businessTime();
        assertThat(hours.elapsed(start, hours.deadline(start, time))).isEqualTo(time);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_compiled_form_answers_what_the_specification_answers(long seed) {
        GeneratedCalendar given = new GeneratedCalendar(seed);
        ServiceCalendar calendar = given.builder().build();
        Instant start = given.instant();
        Duration time = given.businessTime();
        List<Pause> pauses = given.pauses(start);
        BusinessHours fast = calendar.hours();
        BusinessHours slow = calendar.specification();
        assertThat(fast.deadline(start, time)).isEqualTo(slow.deadline(start, time));
        assertThat(fast.deadline(start, time, pauses)).isEqualTo(slow.deadline(start, time, pauses));
        Instant due = slow.deadline(start, time, pauses);
        assertThat(fast.elapsed(start, due)).isEqualTo(slow.elapsed(start, due));
        assertThat(fast.elapsed(start, due, pauses)).isEqualTo(slow.elapsed(start, due, pauses));
        assertThat(fast.isOpen(start)).isEqualTo(slow.isOpen(start));
        assertThat(fast.nextOpening(start)).isEqualTo(slow.nextOpening(start));
        assertThat(fast.nextClosing(start)).isEqualTo(slow.nextClosing(start));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_later_start_and_more_time_are_never_due_earlier(long seed) {
        GeneratedCalendar given = new GeneratedCalendar(seed);
        BusinessHours hours = given.builder().build().hours();
        Instant start = given.instant();
        Duration time = given.businessTime();
        Instant due = hours.deadline(start, time);
        assertThat(hours.deadline(start.plusSeconds(1 + seed * 60), time)).isAfterOrEqualTo(due);
        assertThat(hours.deadline(start, time.plusSeconds(1 + seed * 60))).isAfter(due);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void time_in_two_parts_is_due_when_the_whole_is(long seed) {
        GeneratedCalendar given = new GeneratedCalendar(seed);
        BusinessHours hours = given.builder().build().hours();
        Instant start = given.instant();
        Duration first = given.businessTime();
        Duration second = given.businessTime();
        assertThat(hours.deadline(hours.deadline(start, first), second))
                .isEqualTo(hours.deadline(start, first.plus(second)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_more_closed_day_is_never_due_earlier(long seed) {
        GeneratedCalendar given = new GeneratedCalendar(seed);
        ServiceCalendar.Builder builder = given.builder();
        Instant start = given.instant();
        Duration time = given.businessTime();
        Instant before = builder.build().hours().deadline(start, time);
        Instant after = builder.closed(given.closedDay()).build().hours().deadline(start, time);
        assertThat(after).isAfterOrEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_paused_does_not_count_and_what_is_paused_twice_is_paused_once(long seed) {
        GeneratedCalendar given = new GeneratedCalendar(seed);
        BusinessHours hours = given.builder().build().hours();
        Instant start = given.instant();
        Duration time = given.businessTime();
        List<Pause> pauses = given.pauses(start);
        Instant due = hours.deadline(start, time, pauses);
        assertThat(due).isAfterOrEqualTo(hours.deadline(start, time));
        assertThat(hours.elapsed(start, due, pauses)).isEqualTo(time);
        List<Pause> twice = Stream.concat(pauses.stream(), pauses.stream()).toList();
        assertThat(hours.deadline(start, time, twice)).isEqualTo(due);
    }
}
