package support.scan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import support.testing.TestScanner;

/** The desk and a virus scanner, over TCP. */
class FileScannerTest {
    private static final Duration SOON = Duration.ofMillis(300);

    private final TestScanner daemon = TestScanner.start();
    private final FileScanner scanner = new FileScanner(new ScannerSettings("localhost", daemon.port(), SOON));

    @AfterEach
    void stop() throws IOException {
        daemon.close();
    }

    private Finding look(byte[] content) {
        return scanner.look(new ByteArrayInputStream(content));
    }

    @Test
    void what_is_harmful_is_named() {
        byte[] content = (TestScanner.HARMFUL + ".").getBytes(StandardCharsets.US_ASCII);
        assertThat(look(content)).isEqualTo(new Finding(Finding.Kind.HARMFUL, "Made.Up"));
    }

    @Test
    void what_is_not_known_is_clean_and_so_is_nothing() {
        assertThat(look("hello".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Finding.CLEAN);
        assertThat(look(new byte[0])).isEqualTo(Finding.CLEAN);
    }

    /** Of many chunks, the harmful thing across the border of two. */
    @Test
    void all_of_a_file_is_shown() {
        byte[] content = new byte[1 << 20];
        Arrays.fill(content, (byte) '.');
        byte[] harmful = TestScanner.HARMFUL.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(harmful, 0, content, (1 << 16) * 7 - 5, harmful.length);
        assertThat(look(content).kind()).isEqualTo(Finding.Kind.HARMFUL);
        Arrays.fill(content, (byte) '.');
        System.arraycopy(harmful, 0, content, content.length - harmful.length, harmful.length);
        assertThat(look(content).kind()).isEqualTo(Finding.Kind.HARMFUL);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    @Timeout(10)
    void a_scanner_that_fails_leaves_a_file_unchecked_and_nobody_waiting(TestScanner.Mood mood) {
        daemon.is(mood);
        assertThat(look(new byte[20 << 20])).isEqualTo(Finding.UNKNOWN);
    }

    @Test
    void a_scanner_that_is_not_there_leaves_a_file_unchecked() throws IOException {
        daemon.close();
        assertThat(look("hello".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Finding.UNKNOWN);
        assertThat(scanner.state()).isEqualTo(FileScanner.State.AWAY);
    }

    @Test
    void it_says_how_it_is() {
        assertThat(scanner.state()).isEqualTo(FileScanner.State.ANSWERS);
        daemon.is(TestScanner.Mood.GONE);
        assertThat(scanner.state()).isEqualTo(FileScanner.State.AWAY);
        assertThat(new FileScanner(new ScannerSettings("", 3310, SOON)).state()).isEqualTo(FileScanner.State.NOT_SET);
    }
}
