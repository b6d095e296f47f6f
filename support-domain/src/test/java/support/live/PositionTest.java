package support.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back from browsers is read as it was written, or not at all. */
class PositionTest {
    @ParameterizedTest
    @ValueSource(strings = {"795:795:", "795:799:795,797,798", "1:999999999999999999:"})
    void is_read_as_it_was_written(String snapshot) {
        Position position = new Position(Instant.parse("2035-06-18T08:00:00.123Z"), snapshot);
        assertThat(Position.parse(position.toString())).contains(position);
        assertThat(position).hasToString("2065766400." + snapshot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "795:795:",
                "1.0:1:",
                "1.9:8:",
                "1.5:9:4",
                "1.5:9:9",
                "1.5:9:7,6",
                "1.5:9:6,6",
                "1.5:9:6,",
                "1.5:9:,6",
                "1.5:9:6'; drop table presence; --",
                "1.9999999999999999999:9999999999999999999:",
                "9999999999999.1:1:"
            })
    void anything_else_is_none(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void ten_thousand_characters_are_none() {
        assertThat(Position.parse("1.1:9:" + "1,".repeat(5000))).isEmpty();
    }
}
