package support.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import support.ticket.app.Recompute;

/** What anybody can check about the desk's promises. */
@Command(name = "sla", description = "Promises: whether they are what the history says.")
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

    private static String count(long differences) {
        return differences == 0 ? "no difference" : differences == 1 ? "1 difference" : differences + " differences";
    }
}
