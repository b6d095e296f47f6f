package support.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import support.calendar.CalendarPlan;
import support.evidence.app.BrokenEvidence;
import support.evidence.app.EvidenceCheck;
import support.evidence.app.EvidenceExport;
import support.ticket.app.Recompute;

/** What anybody can check about the desk's promises. */
@Command(name = "sla", description = "Promises: whether they hold what the history says, for the desk and for others.")
final class SlaCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before a command runs
    private CommandSpec spec;

    @Command(
            name = "recompute",
            description = "Counts every promise anew from the history of its ticket, and prints what differs from the"
                    + " stored one. Exit code 1 when anything does. Nothing is changed.")
    int recompute(
            @Option(names = "--check", required = true, description = "only compare: the only thing there is to do")
                    boolean check) {
        PrintWriter out = spec.commandLine().getOut();
        try (OfflineDesk desk = OfflineDesk.open()) {
            Recompute recompute = desk.get(Recompute.class);
            AtomicLong differences = new AtomicLong();
            long begin = System.nanoTime();
            long tickets = recompute.check(difference -> {
                differences.incrementAndGet();
                out.println(difference.number() + " " + difference.words());
            });
            double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
            out.printf(
                    Locale.ROOT, "%d tickets recomputed in %.1f s: %s%n", tickets, seconds, count(differences.get()));
            out.flush();
            return differences.get() == 0 ? 0 : 1;
        }
    }

    @Command(
            name = "export",
            description =
                    "Writes the promises that began to run, fell due or were decided in a month of the desk's zone"
                            + " into a file, with the events, calendars and policies that judged them, in a chain of hashes."
                            + " It names no people and holds no words of theirs.")
    int export(
            @Option(names = "--month", required = true, paramLabel = "MONTH", description = "as 2026-11")
                    YearMonth month,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "FILE",
                            description = "a new file; unless given, promises-MONTH.jsonl in the current folder")
                    @Nullable
                    Path file) {
        if (month.getYear() < CalendarPlan.FIRST_YEAR || month.getYear() > CalendarPlan.LAST_YEAR) {
            return refuse("calendars say nothing of " + month + ", only of " + CalendarPlan.FIRST_YEAR + " to "
                    + CalendarPlan.LAST_YEAR);
        }
        Path target = file == null ? Path.of("promises-" + month + ".jsonl") : file;
        try (OfflineDesk desk = OfflineDesk.open()) {
            EvidenceExport.Exported exported = desk.get(EvidenceExport.class).write(month, target, desk.now());
            say(exported.promises() + " promises of " + month + " exported to " + target);
            say("seal " + exported.seal());
            return 0;
        } catch (FileAlreadyExistsException there) {
            return refuse("there is a file " + target + " already");
        } catch (NoSuchFileException nowhere) {
            return refuse("there is no folder for " + target);
        } catch (IOException e) {
            return refuse(target + " cannot be written: " + e.getMessage());
        }
    }

    @Command(
            name = "verify",
            description = "Judges an exported file again, without a database: the chain of hashes, and each promise by"
                    + " the events and terms in the file. Exit code 1 and the first line that does not fit, if any.")
    int verify(@Parameters(paramLabel = "FILE", description = "made by export") Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            EvidenceCheck.Verified verified = EvidenceCheck.check(in);
            say(verified.promises() + " promises of " + verified.month() + " verified");
            say("seal " + verified.seal());
            return 0;
        } catch (BrokenEvidence broken) {
            return refuse(file + ", " + broken.getMessage());
        } catch (NoSuchFileException nowhere) {
            return refuse("there is no file " + file);
        } catch (IOException e) {
            return refuse(file + " cannot be read: " + e.getMessage());
        }
    }

    private void say(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words);
        out.flush();
    }

    private int refuse(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("desk: " + why);
        err.flush();
        return 1;
    }

    private static String count(long differences) {
        return differences == 0 ? "no difference" : differences == 1 ? "1 difference" : differences + " differences";
    }
}
