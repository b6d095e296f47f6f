package support.licence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.TestDatabase;
import support.testing.TestTime;

/** The folder in which licence reports wait for the night. */
@SpringBootTest(properties = {"desk.demo.enabled=false", "logging.level.org.testcontainers=off"})
@Import({TestDatabase.class, TestTime.class})
class PickUpTest {
    private static final String NAMES = "addonLicenseId,addonKey,hosting,status\n";

    @Autowired
    Importing importing;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    private PickUp pickUp() {
        return new PickUp(importing, clock, folder.toString());
    }

    private Path lay(String name, String text, Duration ago) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(ago)));
    }

    private boolean known(String key) {
        return database.sql("select exists (select from licence where key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    @Test
    void what_was_taken_in_is_moved_aside() throws IOException {
        lay("a.csv", NAMES + "night-1,signpost,Cloud,active\n", Duration.ofHours(1));
        lay("notes.txt", "not a report", Duration.ofHours(1));
        pickUp().look();
        assertThat(folder.resolve("done/a.csv")).exists();
        assertThat(folder.resolve("notes.txt")).exists();
        assertThat(known("night-1")).isTrue();
    }

    @Test
    void what_could_not_be_read_to_its_end_lies_with_the_failed() throws IOException {
        lay("b.json", "[{", Duration.ofHours(1));
        pickUp().look();
        assertThat(folder.resolve("failed/b.json")).exists();
    }

    @Test
    void what_may_still_be_written_waits() throws IOException {
        Path file = lay("c.csv", NAMES + "night-2,signpost,Cloud,active\n", Duration.ofSeconds(30));
        pickUp().look();
        assertThat(file).exists();
        assertThat(known("night-2")).isFalse();
    }

    @Test
    void a_file_that_cannot_be_moved_does_not_stop_the_others() throws IOException {
        lay("d.csv", NAMES + "night-3,signpost,Cloud,active\n", Duration.ofHours(1));
        lay("e.json", "[{", Duration.ofHours(1));
        Files.writeString(folder.resolve("done"), "in the way of the folder");
        pickUp().look();
        assertThat(folder.resolve("failed/e.json")).exists();
    }

    @Test
    void no_folder_is_no_failure() {
        assertThatCode(() -> new PickUp(importing, clock, "").look()).doesNotThrowAnyException();
        assertThatCode(() -> new PickUp(importing, clock, folder.resolve("gone").toString()).look())
                .doesNotThrowAnyException();
    }
}
