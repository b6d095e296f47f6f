package support.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What has to stand before a PostgreSQL command so that it runs: it refuses to be root. */
enum Privileges {
    AS_IS(List.of()),
    /** In a user namespace of its own root looks like nobody and still owns its files. */
    OWN_NAMESPACE(List.of("unshare", "-U")),
    /** Where namespaces are forbidden: really another user, who then has to own the files. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    Privileges(List<String> prefix) {
        this.prefix = prefix;
    }

    /** @throws DatabaseRefusedException when this process is root and cannot be anybody else */
    static Privileges detect() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_IS;
        }
        return Stream.of(OWN_NAMESPACE, NOBODY)
                .filter(Privileges::works)
                .findFirst()
                .orElseThrow(() -> new DatabaseRefusedException("PostgreSQL does not run as root here:"
                        + " start the desk as another user, or give it a database with DESK_DB_URL."));
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    void giveAway(Path folder) throws IOException, InterruptedException {
        if (this == NOBODY) {
            new ProcessBuilder("chown", "-R", "65534:65534", folder.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private boolean works() {
        try {
            Process probe = new ProcessBuilder(command(List.of("id", "-u")))
                    .redirectErrorStream(true)
                    .start();
            String user = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return probe.waitFor() == 0 && !user.equals("0");
        } catch (IOException e) {
            return false; // the program is not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
