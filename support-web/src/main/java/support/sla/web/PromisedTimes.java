package support.sla.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.RequestType;
import support.sla.Severity;

/** What a policy promises, as one table: a row for each level, and as few columns as say all of it. */
record PromisedTimes(List<Column> columns) {
    /** Requests that are promised the same. */
    record Kind(RequestType type, Lane lane) {}

    /**
     * The times of one metric.
     *
     * @param kinds of request that they are for; none when they are for all
     * @param times business time; a level that is not in it is promised nothing
     */
    record Column(Metric metric, List<Kind> kinds, Map<Severity, Duration> times) {}

    /** What is promised at all. */
    public List<Metric> metrics() {
        return columns.stream().map(Column::metric).distinct().toList();
    }

    private static final List<RequestType> TYPES = List.of(RequestType.SUPPORT_REQUEST, RequestType.BUG_REPORT);

    static PromisedTimes of(Policy policy) {
        List<Column> columns = new ArrayList<>();
        for (Metric metric : Metric.BY_POLICY) {
            Map<Map<Severity, Duration>, List<Kind>> kinds = kinds(policy, metric);
            kinds.forEach((times, of) -> {
                if (!times.isEmpty()) {
                    columns.add(new Column(metric, kinds.size() == 1 ? List.of() : of, times));
                }
            });
        }
        return new PromisedTimes(columns);
    }

    /** Which kinds of request have the same times. */
    private static Map<Map<Severity, Duration>, List<Kind>> kinds(Policy policy, Metric metric) {
        Map<Map<Severity, Duration>, List<Kind>> kinds = new LinkedHashMap<>();
        for (RequestType type : TYPES) {
            for (Lane lane : Lane.values()) {
                kinds.computeIfAbsent(times(policy, metric, type, lane), times -> new ArrayList<>())
                        .add(new Kind(type, lane));
            }
        }
        return kinds;
    }

    private static Map<Severity, Duration> times(Policy policy, Metric metric, RequestType type, Lane lane) {
        Map<Severity, Duration> times = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            policy.target(new Policy.Case(metric, type, severity, lane))
                    .ifPresent(target -> times.put(severity, target.time()));
        }
        return times;
    }
}
