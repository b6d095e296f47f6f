package support.publishing.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.RefusedTerms;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

/** A policy as it is written down on its page. */
record PolicyForm(String warnAtPercent, List<Table> tables) {
    /** The times of one metric. */
    record Table(Metric metric, List<Row> rows) {
        /** Whether something is written in it. */
        public boolean isUsed() {
            return rows.stream().flatMap(row -> row.cells.stream()).anyMatch(cell -> !cell.time.isEmpty());
        }
    }

    /** What is promised in both lanes. */
    record Row(RequestType type, Severity severity, List<Cell> cells) {}

    /**
     * One time, and by which calendar it counts.
     *
     * @param time hours, or hours and minutes: {@code 4} or {@code 1:30}; empty where nothing is promised
     */
    record Cell(Policy.Case promised, String time, String calendar) {
        /** What its fields are called. */
        public String key() {
            return promised.metric() + "-" + promised.type() + "-" + promised.severity() + "-" + promised.lane();
        }
    }

    private static final List<RequestType> TYPES = List.of(RequestType.SUPPORT_REQUEST, RequestType.BUG_REPORT);
    private static final Pattern TIME = Pattern.compile("(-?\\d{1,6})(?::([0-5]\\d))?");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}");

    static PolicyForm of(Policy policy) {
        return new PolicyForm(
                Integer.toString(policy.warnAtPercent()),
                tables(promised -> policy.target(promised)
                        .map(target -> new Cell(promised, text(target.time()), target.calendar()))
                        .orElseGet(() -> new Cell(promised, "", Terms.OFFICE_HOURS))));
    }

    /** As it was sent. */
    static PolicyForm of(MultiValueMap<String, String> sent) {
        String percent = sent.getFirst("warnAtPercent");
        return new PolicyForm(percent == null ? "" : percent.strip(), tables(promised -> {
            String key = new Cell(promised, "", "").key();
            String time = sent.getFirst("time-" + key);
            String calendar = sent.getFirst("calendar-" + key);
            return new Cell(
                    promised, time == null ? "" : time.strip(), calendar == null ? Terms.OFFICE_HOURS : calendar);
        }));
    }

    private static List<Table> tables(Function<Policy.Case, Cell> cell) {
        return Metric.BY_POLICY.stream()
                .map(metric -> new Table(metric, rows(metric, cell)))
                .toList();
    }

    private static List<Row> rows(Metric metric, Function<Policy.Case, Cell> cell) {
        List<Row> rows = new ArrayList<>();
        for (RequestType type : TYPES) {
            for (Severity severity : Severity.values()) {
                List<Cell> cells = new ArrayList<>();
                for (Lane lane : Lane.values()) {
                    cells.add(cell.apply(new Policy.Case(metric, type, severity, lane)));
                }
                rows.add(new Row(type, severity, cells));
            }
        }
        return rows;
    }

    private static String text(Duration time) {
        return time.toMinutesPart() == 0
                ? Long.toString(time.toHours())
                : "%d:%02d".formatted(time.toHours(), time.toMinutesPart());
    }

    /** The policy that it says, without a version of its own; errors on the fields, and null, when it says none. */
    @Nullable
    Policy read(Errors errors) {
        Map<Policy.Case, Policy.Target> targets = new HashMap<>();
        tables.stream()
                .flatMap(table -> table.rows.stream())
                .flatMap(row -> row.cells.stream())
                .forEach(cell -> {
                    Policy.Target target = target(cell, errors);
                    if (target != null) {
                        targets.put(cell.promised, target);
                    }
                });
        if (!PERCENT.matcher(warnAtPercent).matches()) {
            errors.rejectValue("warnAtPercent", "policy.edit.percent");
        }
        try {
            return errors.hasErrors() ? null : new Policy(1, targets, Integer.parseInt(warnAtPercent));
        } catch (RefusedTerms refused) {
            errors.rejectValue("warnAtPercent", "refused", new Object[] {refused.getMessage()}, null);
            return null;
        }
    }

    private static Policy.@Nullable Target target(Cell cell, Errors errors) {
        if (cell.time.isEmpty()) {
            return null;
        }
        String field = "time-" + cell.key();
        Matcher time = TIME.matcher(cell.time);
        if (!time.matches()) {
            errors.rejectValue(field, "policy.edit.time", new Object[] {cell.time}, null);
            return null;
        }
        String minutes = time.group(2);
        try {
            return new Policy.Target(
                    Duration.ofHours(Integer.parseInt(time.group(1)))
                            .plusMinutes(minutes == null ? 0 : Integer.parseInt(minutes)),
                    cell.calendar);
        } catch (RefusedTerms refused) {
            errors.rejectValue(field, "refused", new Object[] {refused.getMessage()}, null);
            return null;
        }
    }
}
