package support.material;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://video.example/watch?v=1&t=2m#top",
                "HTTPS://docs.example",
                " https://docs.example:8443/a%20b "
            })
    void leads_to_a_host_over_https(String typed) {
        assertThat(Link.read(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JavaScript://host.example/%0Aalert(1)",
                "java\nscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "http://docs.example",
                "//docs.example",
                "https:docs.example",
                "https://",
                "https://docs.example@evil.example/",
                "https://docs.example/a b",
                "https://docs.example/\r\nSet-Cookie:x",
                "vbscript:x",
                "file:///etc/passwd"
            })
    void is_nothing_else(String typed) {
        assertThat(Link.read(typed)).isEmpty();
    }
}
