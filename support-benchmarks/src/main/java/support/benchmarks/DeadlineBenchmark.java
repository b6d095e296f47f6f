package support.benchmarks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import support.calendar.BusinessHours;
import support.calendar.ClosedDay;
import support.calendar.ServiceCalendar;
import support.calendar.StatutoryHolidays;
import support.calendar.Window;
import support.sla.Lane;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.Receipt;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

/** The bars of the rules of promises, each beside what it is measured against, in one run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeadlineBenchmark {
    private static final int STARTS = 1024;
    private static final long THREE_YEARS = 3L * 365 * 24 * 3600;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration FAR = Duration.ofHours(10_000);

    private final BusinessHours manyHolidays = calendar(1995, 2100, StatutoryHolidays.saxony());
    private final BusinessHours fewHolidays = calendar(
            1995,
            2100,
            year -> year.getValue() < 2000 ? StatutoryHolidays.saxony().of(year) : List.<ClosedDay>of());
    private final Terms terms = Terms.standard();
    private final Terms monthly = monthly(terms);
    private final Instant[] starts = starts();
    private final Promise[] day = promises(terms);
    private final Promise[] month = promises(monthly);

    /** The same calendar, and 160 hours for whatever is promised. */
    private static Terms monthly(Terms terms) {
        Policy.Target target = new Policy.Target(Duration.ofHours(160), Terms.OFFICE_HOURS);
        Map<Policy.Case, Policy.Target> targets = Policy.standard().targets().keySet().stream()
                .collect(Collectors.toMap(Function.identity(), promised -> target));
        return Terms.of(terms.calendars().getFirst().calendar(), new Policy(1, targets, 75));
    }

    private Promise[] promises(Terms terms) {
        return Arrays.stream(starts)
                .map(start -> Promise.firstResponse(
                                start, RequestType.BUG_REPORT, Severity.LEVEL_4, Lane.STANDARD, terms)
                        .orElseThrow())
                .toArray(Promise[]::new);
    }

    private static BusinessHours calendar(int from, int to, support.calendar.Holidays holidays) {
        ServiceCalendar.Builder calendar = ServiceCalendar.of(1, "Europe/Berlin", from, to);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                calendar.open(day, List.of(Window.parse("09:00-17:00")));
            }
        }
        return calendar.closed(holidays).build().hours();
    }

    private static Instant[] starts() {
        Instant first = LocalDate.of(2026, 1, 1).atStartOfDay(BERLIN).toInstant();
        Instant[] starts = new Instant[STARTS];
        for (int i = 0; i < STARTS; i++) {
            starts[i] = first.plusSeconds(i * 30_011L).plusNanos(i * 1000L);
        }
        return starts;
    }

    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void roundTrip(Blackhole sink) {
        for (Instant start : starts) {
            sink.consume(start.atZone(BERLIN).toInstant());
        }
    }

    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void deadline24h(Blackhole sink) {
        deadlines(manyHolidays, DAY, sink);
    }

    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void deadline24hFewHolidays(Blackhole sink) {
        deadlines(fewHolidays, DAY, sink);
    }

    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void deadline1h(Blackhole sink) {
        deadlines(manyHolidays, HOUR, sink);
    }

    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void deadline10000h(Blackhole sink) {
        deadlines(manyHolidays, FAR, sink);
    }

    private void deadlines(BusinessHours hours, Duration time, Blackhole sink) {
        for (Instant start : starts) {
            sink.consume(hours.deadline(start, time));
        }
    }

    /** What counting a first response anew costs: its case, its course and both of its times. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void firstResponse(Blackhole sink) {
        for (Instant start : starts) {
            sink.consume(Promise.firstResponse(start, RequestType.BUG_REPORT, Severity.LEVEL_4, Lane.STANDARD, terms));
        }
    }

    @Benchmark
    @OperationsPerInvocation(100_000)
    public void firstResponsesOf100000(Blackhole sink) {
        firstResponses(100_000, sink);
    }

    /** Each costs what one of a tenth as many costs: the whole is linear. */
    @Benchmark
    @OperationsPerInvocation(1_000_000)
    public void firstResponsesOf1000000(Blackhole sink) {
        firstResponses(1_000_000, sink);
    }

    /** So many requests all over three years, in no order. */
    private void firstResponses(int requests, Blackhole sink) {
        for (long i = 0; i < requests; i++) {
            Instant start = starts[0].plusSeconds(i * 61_000_003 % THREE_YEARS);
            sink.consume(Promise.firstResponse(start, RequestType.BUG_REPORT, Severity.LEVEL_4, Lane.STANDARD, terms));
        }
    }

    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void receiptOf24h(Blackhole sink) {
        receipts(day, terms, sink);
    }

    /** Twenty business days: about a month. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void receiptOf160h(Blackhole sink) {
        receipts(month, monthly, sink);
    }

    private static void receipts(Promise[] promises, Terms terms, Blackhole sink) {
        for (Promise promise : promises) {
            sink.consume(Receipt.of(promise, terms));
        }
    }
}
