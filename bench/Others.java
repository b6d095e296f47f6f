import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jbpm.process.core.timer.BusinessCalendarImpl;
import org.kie.api.time.SessionClock;
import support.calendar.BusinessHours;
import support.calendar.ServiceCalendar;
import support.calendar.StatutoryHolidays;
import support.calendar.Window;

/** The same deadlines of 24 business hours by this desk and by jBPM, one thread, and on how many both agree. */
class Others {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int FIRST_YEAR = 1995;
    private static final int LAST_YEAR = 2100;

    public static void main(String[] args) {
        List<Instant> starts = starts();
        BusinessHours desk = desk();
        Function<Instant, Instant> ours = start -> desk.deadline(start, Duration.ofHours(24));
        Function<Instant, Instant> jbpm = jbpm();
        long same = starts.stream().filter(at -> jbpm.apply(at).equals(ours.apply(at))).count();
        long atOpening = starts.stream()
                .filter(at -> jbpm.apply(at).equals(desk.nextOpening(ours.apply(at)).orElseThrow()))
                .count();
        System.out.printf(
                "of %d, jBPM is due when the desk is: %d; or at the opening after the desk's closing: %d%n",
                starts.size(), same, atOpening);
        double mine = nanos(ours, starts, 20_000);
        double theirs = nanos(jbpm, starts, 20);
        System.out.printf("desk %.1f ns, jBPM %.0f ns%n", mine, theirs);
        System.out.printf("sla-others %.0f%n", theirs / mine);
    }

    /** The best of ten rounds, after as many to warm up. */
    private static double nanos(Function<Instant, Instant> deadline, List<Instant> starts, int times) {
        long best = Long.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < 20; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < times; i++) {
                for (Instant start : starts) {
                    sum += deadline.apply(start).getEpochSecond();
                }
            }
            best = round < 10 ? best : Math.min(best, System.nanoTime() - begin);
        }
        System.out.println("(sum of all due times: " + sum + ")"); // so that none is left out
        return (double) best / times / starts.size();
    }

    /** In whole seconds, since jBPM counts no smaller ones. */
    private static List<Instant> starts() {
        Instant first = LocalDate.of(2026, 1, 1).atStartOfDay(BERLIN).toInstant();
        return IntStream.range(0, 1024).mapToObj(i -> first.plusSeconds(i * 30_011L)).toList();
    }

    private static BusinessHours desk() {
        ServiceCalendar.Builder calendar = ServiceCalendar.of(1, BERLIN.getId(), FIRST_YEAR, LAST_YEAR);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                calendar.open(day, List.of(Window.parse("09:00-17:00")));
            }
        }
        return calendar.closed(StatutoryHolidays.saxony()).build().hours();
    }

    private static Function<Instant, Instant> jbpm() {
        Properties hours = new Properties();
        hours.put(BusinessCalendarImpl.DAYS_PER_WEEK, "5");
        hours.put(BusinessCalendarImpl.HOURS_PER_DAY, "8");
        hours.put(BusinessCalendarImpl.START_HOUR, "9");
        hours.put(BusinessCalendarImpl.END_HOUR, "17");
        hours.put(BusinessCalendarImpl.TIMEZONE, BERLIN.getId());
        hours.put(BusinessCalendarImpl.HOLIDAY_DATE_FORMAT, "yyyy-MM-dd");
        hours.put(BusinessCalendarImpl.HOLIDAYS, holidays());
        Clock clock = new Clock();
        BusinessCalendarImpl calendar = new BusinessCalendarImpl(hours, clock);
        return start -> {
            clock.now = start.toEpochMilli();
            return calendar.calculateBusinessTimeAsDate("24h").toInstant();
        };
    }

    private static String holidays() {
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(year -> StatutoryHolidays.saxony().of(Year.of(year)))
                .flatMap(List::stream)
                .map(day -> day.date().toString())
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** jBPM counts from now on: so now is the start. */
    private static final class Clock implements SessionClock {
        private long now;

        @Override
        public long getCurrentTime() {
            return now;
        }
    }
}
