package support.sla.persistence;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import support.calendar.CalendarPlan;
import support.calendar.ClosedDay;
import support.calendar.Window;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.RequestType;
import support.sla.Severity;
import tools.jackson.databind.json.JsonMapper;

/** Calendars and policies as JSON: the form in which they are stored and exported. */
public final class TermsJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TermsJson() {}

    /** A plan, and the statutory holidays that were known when a version was made of it; none for a draft. */
    public record CalendarBody(
            String zone,
            Map<DayOfWeek, List<String>> week,
            String country,
            String state,
            List<CalendarPlan.Closure> closures,
            List<ChangedDay> changedDays,
            List<Holiday> holidays) {

        /** @param windows as {@code 09:00-17:00} */
        public record ChangedDay(LocalDate date, String name, List<String> windows) {}

        /** @param source who says so */
        public record Holiday(LocalDate date, String name, String source) {}

        static CalendarBody of(CalendarPlan plan, List<ClosedDay> statutory) {
            Map<DayOfWeek, List<String>> week = new EnumMap<>(DayOfWeek.class);
            plan.week().forEach((day, windows) -> week.put(day, texts(windows)));
            return new CalendarBody(
                    plan.zone(),
                    week,
                    plan.country(),
                    plan.state(),
                    plan.closures(),
                    plan.changedDays().stream()
                            .map(day -> new ChangedDay(day.date(), day.name(), texts(day.windows())))
                            .toList(),
                    statutory.stream()
                            .map(day -> new Holiday(day.date(), day.name(), day.source()))
                            .toList());
        }

        /** What the author wrote. */
        public CalendarPlan plan() {
            Map<DayOfWeek, List<Window>> windows = new EnumMap<>(DayOfWeek.class);
            week.forEach((day, texts) -> windows.put(day, windows(texts)));
            return new CalendarPlan(
                    zone,
                    windows,
                    country,
                    state,
                    closures,
                    changedDays.stream()
                            .map(day -> new CalendarPlan.ChangedDay(day.date, day.name, windows(day.windows)))
                            .toList());
        }

        /** The holidays as they were known. */
        public List<ClosedDay> statutory() {
            return holidays.stream()
                    .map(day -> new ClosedDay(day.date, day.name, ClosedDay.Kind.STATUTORY, day.source))
                    .toList();
        }

        private static List<String> texts(List<Window> windows) {
            return windows.stream().map(Window::toString).toList();
        }

        private static List<Window> windows(List<String> texts) {
            return texts.stream().map(Window::parse).toList();
        }
    }

    /** The rows of a policy. */
    public record PolicyBody(int warnAtPercent, List<Row> targets) {
        /** @param time business time */
        public record Row(
                Metric metric, RequestType type, Severity severity, Lane lane, Duration time, String calendar) {}

        static PolicyBody of(Policy policy) {
            return new PolicyBody(
                    policy.warnAtPercent(),
                    policy.targets().entrySet().stream()
                            .map(entry -> row(entry.getKey(), entry.getValue()))
                            .sorted(Comparator.comparing(Row::metric)
                                    .thenComparing(Row::type)
                                    .thenComparing(Row::severity)
                                    .thenComparing(Row::lane))
                            .toList());
        }

        private static Row row(Policy.Case promised, Policy.Target target) {
            return new Row(
                    promised.metric(),
                    promised.type(),
                    promised.severity(),
                    promised.lane(),
                    target.time(),
                    target.calendar());
        }

        /** The policy of these rows. */
        public Policy policy(int version) {
            Map<Policy.Case, Policy.Target> all = new HashMap<>();
            targets.forEach(row -> all.put(
                    new Policy.Case(row.metric, row.type, row.severity, row.lane),
                    new Policy.Target(row.time, row.calendar)));
            return new Policy(version, all, warnAtPercent);
        }
    }

    /** A version of a calendar with the holidays that were known when it was made. */
    public static String write(CalendarPlan plan, List<ClosedDay> statutory) {
        return JSON.writeValueAsString(CalendarBody.of(plan, statutory));
    }

    public static String write(Policy policy) {
        return JSON.writeValueAsString(PolicyBody.of(policy));
    }

    public static CalendarBody calendar(String json) {
        return JSON.readValue(json, CalendarBody.class);
    }

    public static PolicyBody policy(String json) {
        return JSON.readValue(json, PolicyBody.class);
    }
}
