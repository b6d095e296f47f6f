package support.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of tokens, by which programs that look for leaked secrets know them. */
class ApiTokenTest {
    private static final String FOR_SCANNERS = "desk_[0-9A-Za-z]{49}";

    @Test
    void every_token_has_the_form_that_scanners_know_and_none_comes_twice() {
        Set<String> texts = Stream.generate(ApiToken::random)
                .limit(1000)
                .map(ApiToken::text)
                .collect(Collectors.toSet());
        assertThat(texts).hasSize(1000).allMatch(text -> text.matches(FOR_SCANNERS));
        assertThat(texts).allMatch(text -> ApiToken.parse(text).isPresent());
    }

    @Test
    void a_token_with_one_wrong_character_is_none() {
        String text = ApiToken.random().text();
        for (int at = 0; at < text.length(); at++) {
            char other = text.charAt(at) == 'x' ? 'y' : 'x';
            assertThat(ApiToken.parse(text.substring(0, at) + other + text.substring(at + 1)))
                    .isEmpty();
        }
        assertThat(ApiToken.parse(text + "0")).isEmpty();
        assertThat(ApiToken.parse("")).isEmpty();
    }

    @Test
    void a_token_is_found_in_an_address() {
        assertThat(ApiToken.isIn("a=1&b=" + ApiToken.random().text() + "&c")).isTrue();
        assertThat(ApiToken.isIn("a=1&b=desk_and_chair")).isFalse();
    }

    @Test
    void a_token_does_not_end_up_in_a_log() {
        ApiToken token = ApiToken.random();
        assertThat("token " + token).doesNotContain(token.text().substring(5));
        assertThat(token.prefix()).hasSize(9);
    }
}
