package support.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another process that runs an embedded server, to be killed like a desk is. */
final class OtherDesk {
    private static final String READY = "ready";

    private final Process process;

    private OtherDesk(Process process) {
        this.process = process;
    }

    public static void main(String[] arguments) throws IOException {
        try (LocalPostgres server = LocalPostgres.start(Path.of(arguments[0]))) {
            System.out.println(READY + " " + server.url("postgres"));
            System.in.readAllBytes(); // until the one who asked for it goes away
        }
    }

    static OtherDesk on(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherDesk.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = process.inputReader();
        for (String line = lines.readLine(); line == null || !line.startsWith(READY); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the other desk did not start");
            }
        }
        return new OtherDesk(process);
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
