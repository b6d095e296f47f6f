package support.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row that independent oracles computed, against both forms. The rows and the calendars are whatever the files in
 * {@code vectors} hold.
 */
class VectorsTest {
    private static final int FIRST_YEAR = 1985;
    private static final int LAST_YEAR = 2115;
    private static final Map<String, Optional<ServiceCalendar>> CALENDARS = calendars();

    /** A calendar that never opens is refused, and so has no entry but an empty one. */
    private static Map<String, Optional<ServiceCalendar>> calendars() {
        Map<String, ServiceCalendar.Builder> builders = new LinkedHashMap<>();
        for (Map<String, String> row : Csv.rows("calendars.csv")) {
            ServiceCalendar.Builder builder = builders.computeIfAbsent(
                    cell(row, "calendar"), id -> ServiceCalendar.of(1, cell(row, "zone"), FIRST_YEAR, LAST_YEAR));
            add(builder, cell(row, "kind"), cell(row, "key"), windows(cell(row, "ranges")));
        }
        return builders.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> built(entry.getValue())));
    }

    private static void add(ServiceCalendar.Builder builder, String kind, String key, List<Window> windows) {
        switch (kind) {
            case "weekly" -> builder.open(DayOfWeek.valueOf(key), windows);
            case "holiday" ->
                builder.closed(new ClosedDay(LocalDate.parse(key), "a holiday", ClosedDay.Kind.STATUTORY, "vectors"));
            case "exception" -> builder.changed(LocalDate.parse(key), windows);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static Optional<ServiceCalendar> built(ServiceCalendar.Builder builder) {
        try {
            return Optional.of(builder.build());
        } catch (RefusedCalendar refused) {
            return Optional.empty();
        }
    }

    private static List<Window> windows(String ranges) {
        return ranges.isBlank()
                ? List.of()
                : Arrays.stream(ranges.split(" ")).map(Window::parse).toList();
    }

    @TestFactory
    Stream<DynamicTest> deadlines() {
        return rows(
                "add.csv",
                (row, hours) -> assertThat(orNever(
                                () -> hours.deadline(instant(row, "start_utc"), Duration.parse(cell(row, "duration")))))
                        .isEqualTo(cell(row, "deadline_utc")));
    }

    @TestFactory
    Stream<DynamicTest> business_time_between() {
        return rows("between.csv", (row, hours) -> {
            Instant from = instant(row, "from_utc");
            Instant to = instant(row, "to_utc");
            if (from.isAfter(to)) {
                assertThatThrownBy(() -> hours.elapsed(from, to)).isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(hours.elapsed(from, to)).isEqualTo(seconds(cell(row, "business_seconds")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> points() {
        return rows("points.csv", (row, hours) -> {
            Instant at = instant(row, "at_utc");
            assertThat(hours.isOpen(at)).isEqualTo(Boolean.parseBoolean(cell(row, "is_open")));
            assertThat(text(hours.nextOpening(at))).isEqualTo(cell(row, "next_open_or_same_utc"));
            assertThat(text(openingAfter(hours, at))).isEqualTo(cell(row, "next_opening_after_utc"));
            assertThat(text(hours.nextClosing(at))).isEqualTo(cell(row, "next_closing_after_utc"));
        });
    }

    private static Optional<Instant> openingAfter(BusinessHours hours, Instant at) {
        return hours.isOpen(at) ? hours.nextClosing(at).flatMap(hours::nextOpening) : hours.nextOpening(at);
    }

    @TestFactory
    Stream<DynamicTest> deadlines_with_pauses() {
        return rows(
                "pause.csv",
                (row, hours) -> assertThat(orNever(() -> hours.deadline(
                                instant(row, "start_utc"), Duration.parse(cell(row, "duration")), pauses(row))))
                        .isEqualTo(cell(row, "deadline_utc")));
    }

    @TestFactory
    Stream<DynamicTest> business_time_with_pauses() {
        return rows(
                "consumed.csv",
                (row, hours) -> assertThat(
                                hours.elapsed(instant(row, "start_utc"), instant(row, "now_utc"), pauses(row)))
                        .isEqualTo(seconds(cell(row, "consumed_seconds"))));
    }

    @Test
    void closed_days_of_saxony_are_those_on_which_five_sources_agree() {
        List<LocalDate> dates = Csv.rows("holidays-saxony.csv").stream()
                .map(row -> LocalDate.parse(cell(row, "date")))
                .toList();
        TreeSet<Integer> years = dates.stream().map(LocalDate::getYear).collect(Collectors.toCollection(TreeSet::new));
        Holidays saxony = StatutoryHolidays.saxony();
        assertThat(years.stream()
                        .flatMap(year -> saxony.of(Year.of(year)).stream())
                        .map(ClosedDay::date))
                .containsExactlyElementsOf(dates);
    }

    private interface Check {
        void row(Map<String, String> row, BusinessHours hours);
    }

    private static Stream<DynamicTest> rows(String file, Check check) {
        return Csv.rows(file).stream().flatMap(row -> tests(row, check));
    }

    private static Stream<DynamicTest> tests(Map<String, String> row, Check check) {
        String id = cell(row, "id");
        Optional<ServiceCalendar> calendar = Objects.requireNonNull(CALENDARS.get(cell(row, "calendar")));
        if (calendar.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(id + " refused", () -> assertNothingOpens(row)));
        }
        return Stream.of(
                DynamicTest.dynamicTest(
                        id + " compiled", () -> check.row(row, calendar.get().hours())),
                DynamicTest.dynamicTest(
                        id + " specification",
                        () -> check.row(row, calendar.get().specification())));
    }

    /** A calendar may be refused only where the oracles, too, found no opening at all. */
    private static void assertNothingOpens(Map<String, String> row) {
        assertThat(Stream.of("deadline_utc", "next_open_or_same_utc", "business_seconds", "consumed_seconds")
                        .map(row::get)
                        .filter(Objects::nonNull)
                        .filter(value -> !value.equals(row.get("start_utc"))))
                .allMatch(value -> value.equals("NEVER") || seconds(value).isZero());
    }

    private static String orNever(Supplier<Instant> deadline) {
        try {
            return deadline.get().toString();
        } catch (NeverOpens never) {
            return "NEVER";
        }
    }

    private static String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("NEVER");
    }

    private static List<Pause> pauses(Map<String, String> row) {
        List<Pause> pauses = new ArrayList<>();
        for (String pause : cell(row, "pauses").split(" ", -1)) {
            if (!pause.isBlank()) {
                String[] limits = pause.split("/", -1);
                pauses.add(new Pause(Instant.parse(limits[0]), end(limits[1])));
            }
        }
        return pauses;
    }

    private static @Nullable Instant end(String text) {
        return text.equals("..") ? null : Instant.parse(text);
    }

    private static Instant instant(Map<String, String> row, String column) {
        return OffsetDateTime.parse(cell(row, column)).toInstant();
    }

    private static Duration seconds(String decimal) {
        return Duration.ofNanos(new BigDecimal(decimal).movePointRight(9).longValueExact());
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
