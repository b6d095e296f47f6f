package support.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9.4               | 9.4       | true
            9.4               | 9.4.7     | true
            9.4               | 9.5       | false
            9.4               | 9.40      | false
            8.20.x            | 8.20.0    | true
            8.20.x            | 8.20.31   | true
            8.20.x            | 8.21      | false
            8.20.x            | 8.2       | false
            9.0-9.4           | 9.0       | true
            9.0-9.4           | 9.4.12    | true
            9.0-9.4           | 9.5.0     | false
            9.0-9.4           | 8.22.6    | false
            9.0 - 9.4.2       | 9.4.3     | false
            9.4 and later     | 10.0.1    | true
            9.4 and later     | 9.3.9     | false
            9.4+              | 9.4       | true
            9.x               | 9.17      | true
            9.x               | 10.0      | false
            any               | 1         | true
            8.20.x, 9.4-9.12  | 9.0       | false
            8.20.x, 9.4-9.12  | 9.12.4    | true
            9.0-9.4           | 9.4.0-m01 | false
            9.4 and later     | 10.0-rc1  | false
            any               | 3.0-beta2 | false
            10.0-10.0         | 10        | true
            """)
    void a_range_holds_what_release_notes_mean(String range, String version, boolean held) {
        assertThat(VersionRange.parse(range).orElseThrow().holds(version(version)))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9.4-9.0", "later", "9.4,", "9..4", "9.4-m01", "1-2-3", "99999999999"})
    void what_is_no_range_is_refused(String written) {
        assertThat(VersionRange.parse(written)).isEmpty();
    }

    @Test
    void versions_stand_in_order() {
        List<Version> ordered = Stream.of(
                        "8.2",
                        "8.20.0",
                        "8.20.1",
                        "9.4.0-beta",
                        "9.4.0-m2",
                        "9.4.0-m10",
                        "9.4.0-rc1",
                        "9.4",
                        "9.4.1",
                        "10")
                .map(VersionRangeTest::version)
                .toList();
        assertThat(ordered.reversed().stream().sorted()).isEqualTo(ordered);
    }

    @Test
    void zeros_at_the_end_make_no_other_version() {
        assertThat(version("9.4.0")).isEqualTo(version("v9.4")).hasToString("9.4");
        assertThat(version(" 9.4.0-M01 ")).hasToString("9.4-m01");
        assertThat(Version.parse("nine")).isEmpty();
    }
}
