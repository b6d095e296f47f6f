package support.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server of an earlier run that still has the data: shutting down, orphaned, or dead and not yet buried. */
final class Leftover {
    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int PAUSES = 500;

    private Leftover() {}

    static void stop(ServerFolder folder, Programs programs) throws IOException, InterruptedException {
        Optional<Long> number = processNumber(folder.data().resolve("postmaster.pid"));
        if (number.isPresent() && isServerOf(folder, number.get())) {
            LOG.info("Stopping the PostgreSQL that an earlier run left behind (process {})", number.get());
            stop(folder, programs, number.get());
        }
    }

    /** An ending server first removes the file by which pg_ctl knows it: what counts is that its process ends. */
    private static void stop(ServerFolder folder, Programs programs, long number)
            throws IOException, InterruptedException {
        try {
            programs.run("pg_ctl", "-D", folder.data().toString(), "-m", "fast", "-w", "-t", "60", "stop");
        } catch (DatabaseRefusedException e) {
            if (!endsByItself(folder, number)) {
                throw e;
            }
            LOG.debug("it was just ending by itself");
        }
    }

    private static boolean endsByItself(ServerFolder folder, long number) throws InterruptedException {
        for (int i = 0; i < PAUSES && isServerOf(folder, number); i++) {
            Thread.sleep(PAUSE);
        }
        return !isServerOf(folder, number);
    }

    private static Optional<Long> processNumber(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Long.parseLong(lines.getFirst().strip()));
    }

    /** The number may meanwhile belong to any other process: only one that runs our own programs is stopped. */
    private static boolean isServerOf(ServerFolder folder, long number) throws InterruptedException {
        return buried(number)
                .flatMap(process -> process.info().command())
                .filter(command -> Path.of(command).startsWith(folder.programs()))
                .isPresent();
    }

    /** A dead process that its new parent has not yet collected has no command: PostgreSQL would take it for alive. */
    private static Optional<ProcessHandle> buried(long number) throws InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(number);
        for (int i = 0; i < PAUSES && process.isPresent() && hasNoCommand(process.get()); i++) {
            Thread.sleep(PAUSE);
            process = ProcessHandle.of(number);
        }
        return process;
    }

    private static boolean hasNoCommand(ProcessHandle process) {
        return process.info().command().isEmpty();
    }
}
