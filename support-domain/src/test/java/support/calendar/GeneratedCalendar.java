package support.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Calendars, instants and pauses for properties, from a seed that repeats them. */
public final class GeneratedCalendar {
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "America/St_Johns",
            "UTC",
            "Pacific/Chatham",
            "Antarctica/Troll",
            "Africa/Cairo");
    private static final int YEAR = 2024;

    private final SplittableRandom random;

    /** For the cases of a law; {@code -Dseeds} asks for fewer, where the tests run many times over. */
    public static LongStream seeds() {
        return LongStream.range(0, Long.getLong("seeds", 200));
    }

    public GeneratedCalendar(long seed) {
        random = new SplittableRandom(seed);
    }

    public ServiceCalendar.Builder builder() {
        ServiceCalendar.Builder calendar =
                ServiceCalendar.of(1, ZONES.get(random.nextInt(ZONES.size())), YEAR - 1, YEAR + 5);
        calendar.open(DayOfWeek.of(1 + random.nextInt(7)), windows());
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                calendar.open(day, windows());
            }
        }
        for (int i = 0; i < 40; i++) {
            calendar.closed(closedDay());
        }
        return calendar.changed(date(), windows());
    }

    private List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        int from = random.nextInt(12) * 3600;
        while (from < 24 * 3600 && windows.size() < 3) {
            int to = Math.min(24 * 3600, from + 1800 * (1 + random.nextInt(12)));
            windows.add(new Window(from, to));
            from = to + 1800 * random.nextInt(4);
        }
        return windows;
    }

    ClosedDay closedDay() {
        return new ClosedDay(date(), "closed", ClosedDay.Kind.COMPANY, "generated");
    }

    private LocalDate date() {
        return LocalDate.of(YEAR, 1, 1).plusDays(random.nextInt(700));
    }

    public Instant instant() {
        return Instant.parse(YEAR + "-01-01T00:00:00Z")
                .plusSeconds(random.nextInt(500 * 24 * 3600))
                .plusNanos(random.nextInt(1_000_000) * 1000L);
    }

    public Duration businessTime() {
        return Duration.ofSeconds(random.nextInt(40 * 3600)).plusNanos(random.nextInt(1_000_000) * 1000L);
    }

    List<Pause> pauses(Instant around) {
        List<Pause> pauses = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Instant from = around.plusSeconds(random.nextInt(20 * 24 * 3600) - 24 * 3600L);
            pauses.add(new Pause(from, from.plusSeconds(random.nextInt(3 * 24 * 3600))));
        }
        return pauses;
    }
}
