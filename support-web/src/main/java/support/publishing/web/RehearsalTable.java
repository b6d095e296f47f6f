package support.publishing.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import support.publishing.Rehearsed;
import support.publishing.persistence.RehearsedChanges;
import support.sla.Lane;
import support.sla.Severity;

/** What came of a rehearsal, by level and lane. */
record RehearsalTable(List<Row> rows) {
    /** One level in one lane; every difference has a number, also none. */
    record Row(Severity severity, Lane lane, Map<Rehearsed.Difference, Long> promises) {
        public long of(Rehearsed.Difference difference) {
            return promises.getOrDefault(difference, 0L);
        }

        /** The stretches of its bar, as shares of the longest bar. */
        public List<Part> bar(long longest) {
            List<Part> parts = new ArrayList<>();
            double from = 0;
            for (Map.Entry<Rehearsed.Difference, Long> one : promises.entrySet()) {
                double share = (double) one.getValue() / longest;
                parts.add(new Part(one.getKey(), from, share));
                from += share;
            }
            return parts;
        }

        long total() {
            return promises.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    record Part(Rehearsed.Difference difference, double from, double length) {}

    static RehearsalTable of(List<RehearsedChanges.Count> counts) {
        List<Row> rows = new ArrayList<>();
        for (RehearsedChanges.Count count : counts) {
            if (rows.isEmpty() || rows.getLast().severity != count.severity() || rows.getLast().lane != count.lane()) {
                rows.add(new Row(count.severity(), count.lane(), new EnumMap<>(Rehearsed.Difference.class)));
            }
            rows.getLast().promises.put(count.difference(), count.promises());
        }
        return new RehearsalTable(rows);
    }

    public long longest() {
        return rows.stream().mapToLong(Row::total).max().orElse(1);
    }

    public long total(Rehearsed.Difference difference) {
        return rows.stream().mapToLong(row -> row.of(difference)).sum();
    }

    /** The differences that there are; the three that matter are always shown. */
    public List<Rehearsed.Difference> columns() {
        List<Rehearsed.Difference> columns = new ArrayList<>();
        for (Rehearsed.Difference difference : Rehearsed.Difference.values()) {
            boolean matters = difference.compareTo(Rehearsed.Difference.MOVED) <= 0;
            if (matters || total(difference) > 0) {
                columns.add(difference);
            }
        }
        return columns;
    }
}
