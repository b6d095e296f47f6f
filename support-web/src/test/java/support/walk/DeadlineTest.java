package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The promise that a request would get, for everybody: GET /api/v1/deadline. */
class DeadlineTest extends ApiDesk {
    private static final String DOOR = "/api/v1/deadline";
    private static final Path VECTORS = Path.of("../support-domain/src/test/resources/vectors/add.csv");
    private static final Map<String, String> LEVELS =
            Map.of("PT1H", "LEVEL_1", "PT4H", "LEVEL_2", "PT8H", "LEVEL_3", "PT24H", "LEVEL_4");

    private Program.Answer ask(String start, String level) {
        return stranger().get(DOOR + "?start=" + start + "&severity=" + level);
    }

    @Test
    void says_when_and_why_without_a_token() {
        JsonNode answer = stranger()
                .get(DOOR + "?start=2026-10-30T15:30:00Z&severity=LEVEL_2&lane=STANDARD")
                .json();
        assertThat(answer.get("due").asString()).isEqualTo("2026-11-02T11:30:00Z");
        assertThat(answer.get("dueLocal").asString()).startsWith("2026-11-02T12:30:00+01:00");
        assertThat(answer.get("promisedSeconds").asLong()).isEqualTo(4 * 3600);
        long counted = 0;
        for (JsonNode line : answer.get("receipt")) {
            counted += line.path("countedSeconds").asLong();
        }
        assertThat(counted).isEqualTo(4 * 3600);
    }

    @Test
    void an_idea_is_promised_nothing() {
        JsonNode answer = stranger()
                .get(DOOR + "?start=2026-10-30T15:30:00Z&severity=LEVEL_2&type=IDEA")
                .json();
        assertThat(answer.get("due").isNull()).isTrue();
        assertThat(answer.get("receipt")).isEmpty();
    }

    /** Rows of the independent oracle whose duration is the target of a level, within the years of the calendar. */
    private static List<String[]> vectors() throws IOException {
        return Files.readAllLines(VECTORS).stream()
                .map(row -> row.split(",", 10))
                .filter(row -> row[1].equals("default") && LEVELS.containsKey(row[6]))
                .filter(row -> row[3].compareTo("2015") > 0 && row[3].compareTo("2045") < 0)
                .toList();
    }

    @Test
    void agrees_with_the_independent_oracle() throws IOException {
        List<String[]> rows = vectors();
        assertThat(rows).hasSizeGreaterThan(100);
        int asked = 0;
        for (String[] row : rows) {
            if (++asked % 50 == 0) {
                clock.set(clock.instant().plus(Duration.ofHours(1))); // a network asks so often only in a while
            }
            JsonNode answer = ask(row[3], LEVELS.getOrDefault(row[6], "")).json();
            assertThat(Instant.parse(answer.path("due").asString())).as(row[0]).isEqualTo(Instant.parse(row[8]));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?start=NaN&severity=LEVEL_1",
                "?start=&severity=LEVEL_1",
                "?start=2026-10-30&severity=LEVEL_1",
                "?start=9999-12-31T23:59:59Z&severity=LEVEL_1",
                "?start=%2B1000000000-12-31T23:59:59Z&severity=LEVEL_1",
                "?start=1899-01-01T00:00:00Z&severity=LEVEL_1",
                "?start=2045-12-31T23:00:00Z&severity=LEVEL_4",
                "?start=2026-10-30T15:30:00Z",
                "?start=2026-10-30T15:30:00Z&severity=LEVEL_9",
                "?start=2026-10-30T15:30:00Z&severity=level_1",
                "?start=2026-10-30T15:30:00Z&severity=LEVEL_1&lane=SLOW",
                "?start=2026-10-30T15:30:00Z&severity=LEVEL_1&other=1",
                "?start=2026-10-30T15:30:00Z&start=2026-10-30T15:30:00Z&severity=LEVEL_1"
            })
    void what_cannot_be_answered_is_a_problem(String query) {
        Program.Answer answer = stranger().get(DOOR + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("parameter");
    }

    @Test
    void one_network_does_not_keep_the_door_busy() {
        int answered = 0;
        Program.Answer answer = ask("2026-10-30T15:30:00Z", "LEVEL_1");
        while (answer.status() == 200 && answered++ < 200) {
            answer = ask("2026-10-30T15:30:00Z", "LEVEL_1");
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("too-often");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    }
}
