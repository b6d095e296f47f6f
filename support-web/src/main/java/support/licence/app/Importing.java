package support.licence.app;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import support.audit.Deed;
import support.audit.app.Audit;
import support.licence.persistence.LicenceImports;
import support.licence.persistence.LicenceImports.State;
import support.licence.persistence.ReportLines;

/**
 * Takes licence reports in: a thousand lines at a time, each stride kept at once, so that a file that breaks off leaves what
 * stood before. The same file again changes nothing.
 */
@Component
public class Importing {
    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);

    private final LicenceImports imports;
    private final ReportLines lines;
    private final Audit audit;
    private final Clock clock;

    Importing(LicenceImports imports, ReportLines lines, Audit audit, Clock clock) {
        this.imports = imports;
        this.lines = lines;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a file in, in the background, and deletes it then.
     *
     * @return the number of the run; empty while another goes on, and the file is deleted at once
     * @throws IOException when there is no such file
     */
    public Optional<Long> start(Path file, String name, long by) throws IOException {
        Optional<Long> run = begin(file, name, by);
        run.ifPresentOrElse(
                id -> Thread.ofVirtual().name("licences-" + id).start(() -> {
                    take(id, file);
                    delete(file);
                }),
                () -> delete(file));
        return run;
    }

    /**
     * Takes a file in now.
     *
     * @return whether it was read to its end; empty while another run goes on
     * @throws IOException when there is no such file
     */
    Optional<Boolean> run(Path file) throws IOException {
        return begin(file, file.getFileName().toString(), null).map(id -> take(id, file));
    }

    private Optional<Long> begin(Path file, String name, @Nullable Long by) throws IOException {
        Optional<Long> run = imports.begin(name, Files.size(file), by, clock.instant());
        run.ifPresent(id -> audit.record(Deed.LICENCES_IMPORTED, by, "import:" + id, Map.of()));
        return run;
    }

    private boolean take(long id, Path file) {
        try (Counted in = new Counted(new BufferedInputStream(Files.newInputStream(file)))) {
            ImportRun run = new ImportRun(id, imports, lines, clock, in::count);
            new LicenceReport(run).read(in);
            boolean whole = run.finish();
            imports.end(id, whole ? State.DONE : State.FAILED);
            return whole;
        } catch (IOException | RuntimeException broken) {
            LOG.error("Licence import {} has failed", id, broken);
            imports.end(id, State.FAILED);
            return false;
        }
    }

    /** The newest first, at most 20. */
    public List<LicenceImports.Run> newest() {
        return imports.newest(clock.instant());
    }

    public Optional<LicenceImports.Run> find(long run) {
        return imports.find(run, clock.instant());
    }

    /** What was noticed in a run, in the order of the file. */
    public List<LicenceImports.Problem> problems(long run) {
        return imports.problems(run);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            LOG.warn("An imported file could not be deleted: {}", file, broken);
        }
    }

    /** Knows how much of it was read. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
