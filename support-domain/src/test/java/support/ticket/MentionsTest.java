package support.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    private static final Map<Long, String> DESK =
            Map.of(1L, "Ada Brook", 2L, "Dana Ridge", 3L, "Dana O'Neil-Smith", 4L, "Jörg von der Höh", 5L, "Ada");

    @ParameterizedTest
    @CsvSource({
        "@dana.ridge look, 2",
        "(@Dana.Ridge), 2",
        "ask @dana.ridge., 2",
        "@dana.o'neil-smith: see above, 3",
        "@jörg, 4",
        "@jörg.von.der.höh, 4",
        "@ada, 5"
    })
    void a_colleague_is_named(String text, long person) {
        assertThat(Mentions.in(text, DESK)).containsExactly(person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "@nobody",
                "@",
                "@@dana.ridge",
                "mail dana@dana.ridge",
                "@dana",
                "https://git.example/@dana.ridge",
                "@dana.ridgeway",
                "@%_'",
                "@.dana"
            })
    void whatever_names_nobody_is_a_word_like_any_other(String text) {
        assertThat(Mentions.in(text, DESK)).isEmpty();
    }

    @Test
    void each_is_named_once_and_only_so_many() {
        assertThat(Mentions.in("@dana.ridge @ada @dana.ridge", DESK)).containsExactly(2L, 5L);
        Map<Long, String> many = LongStream.range(0, 100)
                .boxed()
                .collect(Collectors.toMap(person -> person, person -> "agent " + person));
        String all =
                many.values().stream().map(name -> "@" + Mentions.handle(name)).collect(Collectors.joining(" "));
        assertThat(Mentions.in(all, many)).hasSize(Mentions.MOST);
        assertThat(Mentions.in("@".repeat(25_000) + " @a.a".repeat(5_000), many))
                .isEmpty();
    }
}
