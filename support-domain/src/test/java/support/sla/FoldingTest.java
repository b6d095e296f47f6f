package support.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.calendar.BusinessHours;
import support.calendar.GeneratedCalendar;
import support.calendar.ServiceCalendar;

/** A folded receipt says of what it hides what its opened lines say, on every calendar; the seed repeats a case. */
class FoldingTest {
    static LongStream seeds() {
        return GeneratedCalendar.seeds();
    }

    private record Case(ServiceCalendar calendar, Promise promise, List<Receipt.Line> shown) {
        static Case of(long seed) {
            GeneratedCalendar generated = new GeneratedCalendar(seed);
            ServiceCalendar calendar = generated.builder().build();
            Duration time = generated.businessTime().multipliedBy(4).plusSeconds(1);
            Policy.Case only = new Policy.Case(
                    Metric.FIRST_RESPONSE, RequestType.SUPPORT_REQUEST, Severity.LEVEL_4, Lane.STANDARD);
            Policy.Target target = new Policy.Target(Duration.ofSeconds(time.toSeconds()), Terms.OFFICE_HOURS);
            Terms terms = Terms.of(calendar, new Policy(1, Map.of(only, target), 75));
            Promise promise = Promise.firstResponse(
                            generated.instant(), only.type(), only.severity(), only.lane(), terms)
                    .orElseThrow();
            return new Case(calendar, promise, Receipt.of(promise, terms).lines());
        }

        List<Receipt.Line> opened() {
            return shown.stream().flatMap(FoldingTest::open).toList();
        }

        LocalDate date(Instant at) {
            return at.atZone(calendar.zone()).toLocalDate();
        }

        /** The dates on which the openings of lines begin: for the first line that may be before the request. */
        List<LocalDate> dates(List<Receipt.Line> lines) {
            return counted(lines).stream()
                    .map(line -> date(opening(line.from())))
                    .distinct()
                    .toList();
        }

        private Instant opening(Instant at) {
            BusinessHours clock = calendar.specification();
            Instant opening = clock.nextOpening(at.minus(Duration.ofDays(9))).orElseThrow();
            while (!clock.nextClosing(opening).filter(at::isBefore).isPresent()) {
                opening = clock.nextOpening(clock.nextClosing(opening).orElseThrow())
                        .orElseThrow();
            }
            return opening;
        }
    }

    private static Stream<Receipt.Line> open(Receipt.Line line) {
        return line instanceof Receipt.Folded folded ? folded.lines().stream() : Stream.of(line);
    }

    private static List<Receipt.Counted> counted(List<Receipt.Line> lines) {
        return lines.stream()
                .filter(Receipt.Counted.class::isInstance)
                .map(Receipt.Counted.class::cast)
                .toList();
    }

    private static List<LocalDate> closed(List<Receipt.Line> lines) {
        return lines.stream()
                .filter(Receipt.Closed.class::isInstance)
                .map(line -> ((Receipt.Closed) line).date())
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void more_than_five_business_days_show_two_at_each_end_and_say_what_is_between(long seed) {
        Case given = Case.of(seed);
        List<LocalDate> dates = given.dates(given.opened());
        List<Receipt.Folded> folded = given.shown().stream()
                .filter(Receipt.Folded.class::isInstance)
                .map(Receipt.Folded.class::cast)
                .toList();
        assertThat(folded).hasSize(dates.size() > 5 ? 1 : 0);
        for (Receipt.Folded one : folded) {
            assertThat(given.dates(one.lines())).isEqualTo(dates.subList(2, dates.size() - 2));
            assertThat(one.businessDays()).isEqualTo(dates.size() - 4);
            Duration inside =
                    counted(one.lines()).stream().map(Receipt.Counted::length).reduce(Duration.ZERO, Duration::plus);
            assertThat(one.length()).isEqualTo(inside);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_opened_receipt_shows_every_open_span_in_order(long seed) {
        Case given = Case.of(seed);
        BusinessHours clock = given.calendar().specification();
        List<Receipt.Counted> spans = new ArrayList<>();
        Instant due = given.promise().dueAt();
        Instant at = given.promise().countedFrom();
        while (at.isBefore(due)) {
            Instant opening = clock.nextOpening(at).orElseThrow();
            Instant closing = clock.nextClosing(opening).filter(due::isAfter).orElse(due);
            spans.add(new Receipt.Counted(opening, closing, Duration.between(opening, closing)));
            at = closing;
        }
        assertThat(counted(given.opened())).isEqualTo(spans);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_opened_receipt_names_every_date_without_a_window_once(long seed) {
        Case given = Case.of(seed);
        Instant lastOpening = counted(given.opened()).getLast().from();
        List<LocalDate> without = given.date(given.promise().countedFrom())
                .datesUntil(given.date(lastOpening))
                .filter(date -> given.calendar().windows(date).isEmpty())
                .toList();
        assertThat(closed(given.opened())).isEqualTo(without);
    }
}
