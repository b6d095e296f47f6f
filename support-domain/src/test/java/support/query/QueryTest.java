package support.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final Vocabulary WORDS = new Vocabulary(List.of(
            Key.of("severity", "1", "2", "3", "4"),
            Key.of("lane", "fast", "standard"),
            Key.time("due", List.of(Span.Unit.MINUTES, Span.Unit.HOURS), "overdue", "none"),
            Key.open("assignee", Key.NAME, "me", "none"),
            Key.open("number", Pattern.compile("[0-9]{1,15}"))));

    private static Query whole(String text) {
        Reading reading = WORDS.read(text);
        assertThat(reading.faults()).as(text).isEmpty();
        return reading.query();
    }

    private static Fault fault(String text) {
        return WORDS.read(text).faults().getFirst();
    }

    @Test
    void all_terms_are_read_in_their_order() {
        assertThat(whole("severity:1,2 -lane:fast due<4h print* -fax \"exact  words\" assignee:\"Ada Brook\"")
                        .terms())
                .containsExactly(
                        new Query.Is("severity", List.of("1", "2"), false),
                        new Query.Is("lane", List.of("fast"), true),
                        new Query.Within("due", true, new Span(4, Span.Unit.HOURS), false),
                        new Query.Words("print*", false, false),
                        new Query.Words("fax", false, true),
                        new Query.Words("exact  words", true, false),
                        new Query.Is("assignee", List.of("Ada Brook"), false));
    }

    @Test
    void what_is_written_reads_as_the_same_again() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            Query query = new Query(terms(random));
            assertThat(whole(query.toString())).isEqualTo(query);
        }
    }

    private static List<Query.Term> terms(SplittableRandom random) {
        List<Query.Term> terms = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            boolean not = random.nextBoolean();
            terms.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Query.Is("severity", List.of("1", "3"), not);
                        case 1 -> new Query.Is("assignee", List.of(name(random), name(random)), not);
                        case 2 ->
                            new Query.Within(
                                    "due", random.nextBoolean(), new Span(random.nextInt(100), Span.Unit.HOURS), not);
                        default -> new Query.Words(name(random), true, not);
                    });
        }
        return terms;
    }

    /** Of signs that mean something to the language, to SQL and to a text search. */
    private static String name(SplittableRandom random) {
        String signs = "a b\"\\,:<>-*'%_&|!();\u00e4\u0416";
        StringBuilder name = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            name.append(signs.charAt(random.nextInt(signs.length())));
        }
        return name.toString();
    }

    @Test
    void nothing_that_is_typed_makes_it_fail_and_faults_name_their_place() {
        SplittableRandom random = new SplittableRandom(11);
        String signs = "ab1:<>-\",\\ *'\u0000due<4h lane:";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(WORDS.read(text.toString()).faults())
                    .allSatisfy(fault -> assertThat(fault.at()).isBetween(1, text.length() + 1));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sevrity:1       | UNKNOWN_KEY   | 1  | severity
            lane:fst        | UNKNOWN_VALUE | 6  | fast
            due<4w          | NO_SPAN       | 5  | 4m
            severity<4h     | NOT_COMPARED  | 1  | severity:
            lane:           | NOTHING       | 6  | fast
            number:1e9      | UNKNOWN_VALUE | 8  |
            """)
    void a_fault_says_where_it_is_and_what_is_nearest(String text, Fault.Kind kind, int at, String nearest) {
        assertThat(fault(text).kind()).isEqualTo(kind);
        assertThat(fault(text).at()).isEqualTo(at);
        if (nearest == null) {
            assertThat(fault(text).possible()).isEmpty();
        } else {
            assertThat(fault(text).possible()).first().isEqualTo(nearest);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "lane:fast \"open", "assignee:\"Ada"})
    void a_quote_without_an_end_is_a_fault(String text) {
        assertThat(fault(text).kind()).isEqualTo(Fault.Kind.OPEN_QUOTE);
    }

    @Test
    void ten_thousand_characters_are_refused_at_once() {
        assertThat(fault("a".repeat(10_000)).kind()).isEqualTo(Fault.Kind.TOO_LONG);
        assertThat(fault("a ".repeat(400)).kind()).isEqualTo(Fault.Kind.TOO_MANY);
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> WORDS.read("\\".repeat(1000)));
    }

    @Test
    void terms_that_are_added_take_the_place_of_those_with_their_key() {
        assertThat(whole("lane:fast fax severity:1")
                        .with(whole("lane:standard"))
                        .toString())
                .isEqualTo("fax severity:1 lane:standard");
    }

    @Test
    void it_is_completed_by_key_and_by_value() {
        assertThat(WORDS.completions("fax se", value -> List.of())).containsExactly("fax severity:");
        assertThat(WORDS.completions("-lane:f", value -> List.of())).containsExactly("-lane:fast");
        assertThat(WORDS.completions("severity:1,", value -> List.of())).startsWith("severity:1,1", "severity:1,2");
        assertThat(WORDS.completions("assignee:ad", value -> List.of("Ada Brook")))
                .containsExactly("assignee:\"Ada Brook\"");
        assertThat(WORDS.completions("nothing:", value -> List.of())).isEmpty();
    }
}
