package support.report.web;

import java.util.Arrays;
import java.util.List;
import support.report.persistence.PromiseCounts;
import support.sla.Metric;

/** The promises of one metric that fell due in one month of the desk's zone. */
record MonthReport(Metric metric, List<PromiseCounts.Row> rows) {
    /** One for each metric of which something fell due; that of the first response comes first, and always. */
    static List<MonthReport> of(List<PromiseCounts.Row> rows) {
        return Arrays.stream(Metric.values())
                .map(metric -> new MonthReport(
                        metric,
                        rows.stream().filter(row -> row.metric() == metric).toList()))
                .filter(report -> report.metric == Metric.FIRST_RESPONSE || !report.isEmpty())
                .toList();
    }

    public long kept() {
        return rows.stream().mapToLong(PromiseCounts.Row::kept).sum();
    }

    public long missed() {
        return rows.stream().mapToLong(PromiseCounts.Row::missed).sum();
    }

    public long open() {
        return rows.stream().mapToLong(PromiseCounts.Row::open).sum();
    }

    public long withdrawn() {
        return rows.stream().mapToLong(PromiseCounts.Row::withdrawn).sum();
    }

    public long corrected() {
        return rows.stream().mapToLong(PromiseCounts.Row::corrected).sum();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public boolean isDecided() {
        return kept() + missed() > 0;
    }

    /** Tenths of a percent of the decided promises that were kept, rounded down: never in the desk's favour. */
    public double keptShare() {
        return isDecided() ? Math.floor(1000.0 * kept() / (kept() + missed())) / 10 : 0;
    }
}
