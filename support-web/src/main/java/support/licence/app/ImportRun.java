package support.licence.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import support.licence.BadLine;
import support.licence.ReportLine;
import support.licence.persistence.LicenceImports;
import support.licence.persistence.LicenceImports.Problem;
import support.licence.persistence.LicenceImports.Stride;
import support.licence.persistence.ReportLines;

/** One file on its way into the database: good lines are kept, bad ones are written down. */
final class ImportRun implements LicenceReport.Reader {
    private static final int STRIDE = 1000;

    private final long id;
    private final LicenceImports imports;
    private final ReportLines lines;
    private final Clock clock;
    private final LongSupplier bytesRead;
    private final Map<String, ReportLine> waiting = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int looked;
    private int leftOut;
    private boolean brokenOff;
    private boolean any;

    ImportRun(long id, LicenceImports imports, ReportLines lines, Clock clock, LongSupplier bytesRead) {
        this.id = id;
        this.imports = imports;
        this.lines = lines;
        this.clock = clock;
        this.bytesRead = bytesRead;
    }

    @Override
    public void line(long number, Map<String, String> columns) {
        any = true;
        looked++;
        try {
            ReportLine line = ReportLine.read(columns);
            if (!seen.add(line.key())) {
                problems.add(new Problem(number, BadLine.Problem.TWICE, line.key()));
            }
            waiting.put(line.key(), line);
        } catch (BadLine bad) {
            leaveOut(number, bad);
        }
        if (looked == STRIDE) {
            keep();
        }
    }

    @Override
    public void bad(long number, BadLine why) {
        brokenOff |= why.problem() == BadLine.Problem.UNREADABLE;
        looked++;
        leaveOut(number, why);
    }

    private void leaveOut(long number, BadLine why) {
        leftOut++;
        problems.add(new Problem(number, why.problem(), why.found()));
    }

    private void keep() {
        ReportLines.Taken taken = lines.put(List.copyOf(waiting.values()), clock.instant());
        Stride stride = new Stride(bytesRead.getAsLong(), looked, taken.added(), taken.changed(), leftOut);
        if (!imports.goOn(id, stride, problems, clock.instant())) {
            throw new IllegalStateException("run " + id + " was given up");
        }
        waiting.clear();
        problems.clear();
        looked = 0;
        leftOut = 0;
    }

    /** @return whether the file had lines, and could be read to its end */
    boolean finish() {
        if (!any && !brokenOff) {
            problems.add(new Problem(1, BadLine.Problem.UNREADABLE, ""));
        }
        keep();
        return any && !brokenOff;
    }
}
