package support.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code desk} alone starts the desk, {@code desk admin recover} and the like do one thing and end. */
@Command(
        name = "desk",
        description = "A support desk whose promises hold. Without a command it starts.",
        mixinStandardHelpOptions = true,
        subcommands = {AdminCommand.class, SlaCommand.class, DemoCommand.class})
public final class Commands {
    private static final List<String> WORDS = List.of("admin", "sla", "demo", "help", "--help", "-h");

    private Commands() {}

    /** Whether these arguments are a command; all others are settings of a desk that starts. */
    public static boolean isOne(String[] arguments) {
        return arguments.length > 0 && WORDS.contains(arguments[0]);
    }

    /** @return the exit code: 0 when it was done, 1 when it could not be, 2 when it was not understood */
    public static int run(String... arguments) {
        return new CommandLine(new Commands())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("desk: " + OfflineDesk.words(failure));
                    return 1;
                })
                .execute(arguments);
    }
}
