package support.licence.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes in the reports that lie in a folder ({@code desk.licences.folder}), and moves each to one beside them. */
@Component
class PickUp {
    private static final Logger LOG = LoggerFactory.getLogger(PickUp.class);

    /** A file that was changed since may still be written to. */
    private static final Duration STILL = Duration.ofMinutes(1);

    private final Importing importing;
    private final Clock clock;
    private final @Nullable Path folder;

    PickUp(Importing importing, Clock clock, @Value("${desk.licences.folder:}") String folder) {
        this.importing = importing;
        this.clock = clock;
        this.folder = folder.isBlank() ? null : Path.of(folder);
    }

    /** The oldest name first; nothing where no folder is set. */
    void look() {
        if (folder == null) {
            return;
        }
        try {
            waiting(folder).forEach(file -> take(folder, file));
        } catch (IOException broken) {
            LOG.error("The folder for licence reports could not be read: {}", folder, broken);
        }
    }

    private List<Path> waiting(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(file -> file.toString().matches("(?i).*\\.(csv|json)"))
                    .filter(this::isStill)
                    .sorted()
                    .toList();
        }
    }

    private boolean isStill(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file)
                            .toInstant()
                            .isBefore(clock.instant().minus(STILL));
        } catch (IOException gone) {
            return false;
        }
    }

    /** One that cannot be taken in now, since another run goes on, stays for the next night. */
    private void take(Path from, Path file) {
        try {
            Boolean whole = importing.run(file).orElse(null);
            if (whole != null) {
                Path to = Files.createDirectories(from.resolve(whole ? "done" : "failed"));
                Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException broken) {
            LOG.error("A licence report could not be taken in or moved away: {}", file, broken);
        }
    }
}
