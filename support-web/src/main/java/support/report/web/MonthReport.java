package support.report.web;

import java.time.YearMonth;
import java.util.List;
import support.report.persistence.PromiseCounts;

/** The promises that fell due in one month of the desk's zone. */
record MonthReport(YearMonth month, List<PromiseCounts.Row> rows) {
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
