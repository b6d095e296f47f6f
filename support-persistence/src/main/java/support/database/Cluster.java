package support.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The data of the embedded server and the programs that work on them. */
record Cluster(ServerFolder folder, Programs programs) {
    static Cluster in(ServerFolder folder) throws IOException {
        return new Cluster(folder, new Programs(Archive.unpackedIn(folder.programs()), Privileges.detect()));
    }

    void createOnce(String user) throws IOException, InterruptedException {
        programs.privileges().giveAway(folder.root());
        if (Files.exists(folder.data())) {
            return;
        }
        Path unfinished = folder.unfinishedData();
        ServerFolder.delete(unfinished);
        programs.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + user,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=und");
        Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts a server on the data; whatever an earlier run left there is stopped first. */
    Guard launch(Map<String, String> settings) throws IOException, InterruptedException {
        Leftover.stop(folder, programs);
        folder.turnOverLog();
        List<String> command =
                new ArrayList<>(programs.command("postgres", "-D", folder.data().toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return Guard.start(programs.privileges(), command, folder.log());
    }
}
