package support.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordMarksTest {
    private static WordMarks marks(String query) {
        return WordMarks.of(new Vocabulary(List.of()).read(query).query(), List.of());
    }

    private static String shown(List<WordMarks.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.found() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "printers|The printer prints|The [printer] [prints]",
                "running|Run, it runs!|[Run], it [runs]!",
                "car|carpets and cars|carpets and [cars]",
                "wallaby|two Wallabys, cities|two [Wallabys], cities",
                "city|two cities|two [cities]",
                "Zäune|die zäune|die [zäune]",
                "pri*|Priority of printers|[Priority] of [printers]",
                "\"second tray\"|the second  tray, the tray|the [second  tray], the tray",
                "-tray printer|printer tray|[printer] tray",
                "a+b|a-b|[a]-[b]",
                "<b>|a <b> c|a <[b]> c"
            })
    void words_are_marked_in_any_ending(String query, String text, String marked) {
        assertThat(shown(marks(query).mark(text))).isEqualTo(marked);
    }

    @Test
    void a_part_of_a_long_text_shows_the_word_and_whole_signs() {
        String text = "😀".repeat(300) + " one two needle three " + "x".repeat(400);
        String snippet = shown(marks("needles").snippet(text, 100));
        assertThat(snippet).contains("[needle]").startsWith("…").endsWith("…").hasSizeLessThan(200);
        assertThat(snippet.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        assertThat(marks("absent").snippet(text, 100)).isEmpty();
    }

    @Test
    void how_many_of_the_words_a_text_has() {
        assertThat(marks("tray printer fire").in("Printers on a tray")).isEqualTo(2);
    }

    @Test
    void what_was_meant_is_near_and_never_the_same() {
        List<String> texts = List.of("The printer stops", "Printer again", "Sprinter", "pointer");
        assertThat(Spelling.meant("pritner", texts)).first().isEqualTo("printer");
        assertThat(Spelling.meant("printer", List.of("printer"))).isEmpty();
        assertThat(Spelling.meant("the", List.of("then"))).isEmpty();
        assertThat(Spelling.meant("kangaroo", texts)).isEmpty();
    }
}
