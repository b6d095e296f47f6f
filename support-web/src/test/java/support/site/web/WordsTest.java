package support.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import support.audit.Deed;
import support.ticket.Refusal;

/** What reviews forget: every message exists, no word of blame, nothing inline that the content policy would block. */
class WordsTest {
    private static final Set<String> NEXT_STEPS =
            Set.of("Ask", "Buy", "Check", "Choose", "Enter", "Install", "Move", "Plan", "Renew", "Send", "Update");

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][a-zA-Z0-9.]*)[}(]");
    private static final Pattern DEED = Pattern.compile("audit\\.([A-Z_]+)");
    private static final Pattern FINDING = Pattern.compile("\\b[A-Z_]{6,}\\.\\w+");
    private static final List<String> BLAMING = List.of("valid", "invalid", "required", "please", "oops");

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static Properties messages() throws IOException {
        Properties messages = new Properties();
        try (InputStream in = WordsTest.class.getResourceAsStream("/messages.properties")) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return messages;
    }

    @Test
    void every_message_that_a_template_names_exists() throws IOException {
        Set<String> missing = new TreeSet<>();
        Properties messages = messages();
        for (Path file : templates()) {
            Matcher matcher = KEY.matcher(Files.readString(file));
            while (matcher.find()) {
                if (!messages.containsKey(matcher.group(1))) {
                    missing.add(file.getFileName() + ": " + matcher.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_deed_has_a_sentence_and_every_sentence_a_deed() throws IOException {
        Set<String> deeds = Stream.of(Deed.values()).map(Deed::name).collect(Collectors.toSet());
        Set<String> sentences = messages().stringPropertyNames().stream()
                .map(DEED::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(sentences).containsExactlyInAnyOrderElementsOf(deeds);
    }

    @Test
    void every_refusal_has_words() throws IOException {
        assertThat(messages().stringPropertyNames())
                .containsAll(Stream.of(Refusal.Reason.values())
                        .map(reason -> "ticket.refused." + reason)
                        .toList());
    }

    /** The cases of the domain's table name every finding there is. */
    @Test
    void every_finding_of_coverage_has_words_and_all_words_a_finding() throws IOException {
        String cases = Files.readString(Path.of("../support-domain/src/test/resources/coverage/scope.csv"));
        Set<String> found = FINDING.matcher(cases)
                .results()
                .map(finding -> "scope." + finding.group())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> worded = messages().stringPropertyNames().stream()
                .filter(key -> key.matches("scope\\.[A-Z_]+\\.\\w+"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).hasSizeGreaterThan(25).isEqualTo(worded);
    }

    /** What is so, and what to do next: the second sentence begins with what one can do. */
    @Test
    void every_finding_of_coverage_is_told_in_two_sentences() throws IOException {
        Properties messages = messages();
        for (String key : messages.stringPropertyNames()) {
            if (key.matches("scope\\.[A-Z_]+\\.\\w+")) {
                String[] sentences = messages.getProperty(key).split("[.](?= [A-Z]|$)", -1);
                assertThat(sentences).as(key).hasSize(3);
                assertThat(sentences[1].strip().split("\\W", 2)[0]).as(key).isIn(NEXT_STEPS);
            }
        }
    }

    @Test
    void no_message_blames() throws IOException {
        assertThat(messages().values().stream()
                        .map(value -> value.toString().toLowerCase(Locale.ROOT))
                        .filter(value -> BLAMING.stream().anyMatch(word -> value.matches(".*\\b" + word + "\\b.*"))))
                .isEmpty();
    }

    /** Messages are patterns: an apostrophe alone is taken away, and with it what stands in braces after it. */
    @Test
    void no_message_loses_an_apostrophe() throws IOException {
        assertThat(messages().values().stream()
                        .map(Object::toString)
                        .filter(value -> value.replace("''", "").contains("'")))
                .isEmpty();
    }

    @Test
    void no_page_has_inline_script_or_style() throws IOException {
        for (Path file : templates()) {
            if (file.startsWith(TEMPLATES.resolve("mail"))) {
                continue; // letters are shown in a frame with a policy of its own
            }
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("style=")
                    .doesNotContain("<style")
                    .doesNotContainPattern("\\son[a-z]+=")
                    // a block of data is not executed, so the policy of the pages does not speak of it
                    .doesNotContainPattern("<script(?![^>]*(src|type=\"application/ld\\+json\"))");
        }
    }
}
