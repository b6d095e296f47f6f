package support.publishing.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;
import support.calendar.CalendarPlan;
import support.calendar.RefusedCalendar;
import support.calendar.Window;
import support.publishing.Subject;

/**
 * A calendar as it is written down on its page.
 *
 * @param week a line of spans for each day, at least two of them
 * @param closures a day in each line: {@code 2026-12-24 Christmas Eve}
 * @param changedDays a day in each line: {@code 2026-12-24 09:00-12:00 Christmas Eve}
 */
record CalendarForm(
        String name,
        String zone,
        String country,
        String state,
        boolean always,
        Map<DayOfWeek, List<Span>> week,
        String closures,
        String changedDays) {

    /** Both as an input of type time gives them; empty where there is none. */
    record Span(String open, String close) {
        static final Span NONE = new Span("", "");

        boolean isEmpty() {
            return open.isEmpty() && close.isEmpty();
        }

        /** No clock shows 24:00: a span that closes at midnight closes at 00:00. */
        private static Span of(Window window) {
            String[] limits = window.toString().split("-", 2);
            return new Span(limits[0], limits[1].equals("24:00") ? "00:00" : limits[1]);
        }

        private Window window() {
            return Window.parse(open + "-" + (close.equals("00:00") ? "24:00" : close));
        }
    }

    private static final int SPANS = 2;
    private static final Window WHOLE_DAY = Window.parse("00:00-24:00");

    static CalendarForm of(String name, CalendarPlan plan) {
        boolean always = Arrays.stream(DayOfWeek.values())
                .allMatch(day -> plan.week().getOrDefault(day, List.of()).equals(List.of(WHOLE_DAY)));
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Window> windows = always ? List.of() : plan.week().getOrDefault(day, List.of());
            week.put(day, filled(windows.stream().map(Span::of).toList(), SPANS));
        }
        return new CalendarForm(
                name,
                plan.zone(),
                plan.country(),
                plan.state(),
                always,
                week,
                plan.closures().stream()
                        .map(day -> day.date() + " " + day.name())
                        .collect(Collectors.joining("\n")),
                plan.changedDays().stream().map(CalendarForm::line).collect(Collectors.joining("\n")));
    }

    private static String line(CalendarPlan.ChangedDay day) {
        String windows = day.windows().stream().map(Window::toString).collect(Collectors.joining(","));
        return day.date() + " " + windows + " " + day.name();
    }

    /** As it was sent. */
    static CalendarForm of(MultiValueMap<String, String> sent) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<String> open = sent.getOrDefault("open-" + day, List.of());
            List<String> close = sent.getOrDefault("close-" + day, List.of());
            week.put(
                    day,
                    filled(
                            IntStream.range(0, Math.min(open.size(), close.size()))
                                    .mapToObj(i -> new Span(
                                            open.get(i).strip(), close.get(i).strip()))
                                    .filter(span -> !span.isEmpty())
                                    .toList(),
                            SPANS));
        }
        return new CalendarForm(
                text(sent, "name"),
                text(sent, "zone"),
                text(sent, "country"),
                text(sent, "state"),
                sent.containsKey("always"),
                week,
                text(sent, "closures"),
                text(sent, "changedDays"));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String text = sent.getFirst(name);
        return text == null ? "" : text.strip();
    }

    /** With room for one span more on each day. */
    CalendarForm withMore() {
        Map<DayOfWeek, List<Span>> more = new EnumMap<>(DayOfWeek.class);
        int most = week.values().stream().mapToInt(List::size).max().orElse(SPANS);
        week.forEach((day, spans) -> more.put(day, filled(spans, most + 1)));
        return new CalendarForm(name, zone, country, state, always, more, closures, changedDays);
    }

    private static List<Span> filled(List<Span> spans, int least) {
        List<Span> filled = new ArrayList<>(spans);
        while (filled.size() < least) {
            filled.add(Span.NONE);
        }
        return filled;
    }

    /**
     * The plan that it says; errors on the fields, and null, when it says none.
     *
     * @param known days that are published already: those may be over
     * @param today in the zone of the desk
     */
    @Nullable
    CalendarPlan read(Errors errors, CalendarPlan known, LocalDate today) {
        try {
            if (!Subject.isName(name)) {
                errors.rejectValue("name", "calendar.name");
            }
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                // an offset such as GMT+2 means one thing to Java and the opposite to PostgreSQL
                errors.reject("refused", new Object[] {"There is no time zone " + zone}, null);
            }
            Map<DayOfWeek, List<Window>> windows = windows(errors);
            List<CalendarPlan.Closure> closed = DayLines.closures(closures, errors);
            List<CalendarPlan.ChangedDay> changed = DayLines.changedDays(changedDays, errors);
            refusePast("closures", closed, CalendarPlan.Closure::date, known.closures(), today, errors);
            refusePast("changedDays", changed, CalendarPlan.ChangedDay::date, known.changedDays(), today, errors);
            CalendarPlan plan = new CalendarPlan(zone, windows, country, state, closed, changed);
            plan.build(1, plan.statutory()); // refuses what is no calendar
            return errors.hasErrors() ? null : plan;
        } catch (RefusedCalendar refused) {
            errors.reject("refused", new Object[] {refused.getMessage()}, null);
            return null;
        }
    }

    private static <D> void refusePast(
            String field, List<D> days, Function<D, LocalDate> date, List<D> known, LocalDate today, Errors errors) {
        days.stream()
                .filter(day -> date.apply(day).isBefore(today) && !known.contains(day))
                .forEach(day -> errors.rejectValue(field, "calendar.past", new Object[] {date.apply(day)}, null));
    }

    private Map<DayOfWeek, List<Window>> windows(Errors errors) {
        Map<DayOfWeek, List<Window>> windows = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            windows.put(day, always ? List.of(WHOLE_DAY) : windows(day, errors));
        }
        return windows;
    }

    private List<Window> windows(DayOfWeek day, Errors errors) {
        try {
            return week.getOrDefault(day, List.of()).stream()
                    .filter(span -> !span.isEmpty())
                    .map(Span::window)
                    .toList();
        } catch (RefusedCalendar refused) {
            errors.rejectValue("open-" + day, "calendar.day", new Object[] {day, refused.getMessage()}, null);
            return List.of();
        }
    }
}
