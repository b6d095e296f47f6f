package support.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A shell that stands between this process and PostgreSQL and holds the reading end of a pipe. When this process
 * ends, even by kill -9, the pipe closes and the shell stops the server with a checkpoint.
 */
final class Guard {
    /*
     * The guard heeds nothing but the pipe, and the server has a session of its own where the system can do that: a
     * Ctrl-C in the terminal reaches the desk alone, which first finishes its requests and then closes the pipe.
     */
    private static final String SCRIPT = """
            trap '' INT QUIT HUP TERM
            exec 3<&0 </dev/null
            command -v setsid >/dev/null && set -- setsid "$@"
            "$@" &
            server=$!
            ( cat <&3 >/dev/null; kill -INT $server ) 2>/dev/null &
            pipe=$!
            exec 3<&-
            wait $server
            kill -KILL $pipe 2>/dev/null
            """;

    private static final long STOP_SECONDS = 30;

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    static Guard start(Privileges privileges, List<String> server, Path log) throws IOException {
        List<String> guarded = Stream.concat(Stream.of("sh", "-c", SCRIPT, "guard"), server.stream())
                .toList();
        return new Guard(new ProcessBuilder(privileges.command(guarded))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    void awaitEnd() throws InterruptedException {
        shell.waitFor();
    }

    void stop() throws IOException, InterruptedException {
        shell.getOutputStream().close();
        if (!shell.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly().waitFor();
        }
    }
}
