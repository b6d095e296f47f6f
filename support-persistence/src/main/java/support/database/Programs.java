package support.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs of PostgreSQL (initdb, pg_ctl, postgres), called with the privileges that they accept. */
record Programs(Path home, Privileges privileges) {
    List<String> command(String program, String... arguments) {
        Path path = home.resolve("bin").resolve(program);
        return Stream.concat(Stream.of(path.toString()), Stream.of(arguments)).toList();
    }

    void run(String program, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(privileges.command(command(program, arguments)))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new DatabaseRefusedException("PostgreSQL's " + program + " failed: " + output.strip());
        }
    }
}
