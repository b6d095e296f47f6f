package support.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of ASVS requirements is whole, and names tests that are there. */
class SecurityDocumentTest {
    /** Of OWASP ASVS 5.0.0, Levels 1 and 2 together. */
    private static final int REQUIREMENTS = 253;

    private static final Set<String> STATES = Set.of("met", "n/a", "open");

    private record Row(String id, String state, String why, String test) {}

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "security.md")).stream()
                .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+ \\|.*"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> new Row(
                        cells.get(1), cells.get(3), cells.get(4), cells.get(5).replace("`", "")))
                .toList();
    }

    @Test
    void every_requirement_has_one_row() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSize(REQUIREMENTS);
        assertThat(rows.stream().map(Row::id).distinct()).hasSize(REQUIREMENTS);
        assertThat(rows).allMatch(row -> STATES.contains(row.state) && !row.why.isEmpty());
    }

    @Test
    void what_is_met_names_a_test_that_is_there() throws IOException {
        Set<String> tests = tests();
        assertThat(rows().stream().filter(row -> row.state.equals("met")).map(Row::test))
                .allMatch(tests::contains);
    }

    /** Also in the tables of abuse and of bad input, where a method may stand behind the class. */
    @Test
    void every_test_that_is_named_is_there() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "security.md"));
        List<String> named = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.([a-z]\\w*))?`")
                .matcher(document)
                .results()
                .map(name -> name.group(2) == null ? name.group(1) : name.group(1) + " " + name.group(2))
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(40).allMatch(sources()::contains);
    }

    /** Names of test classes, and each with the words of its source that could be methods. */
    private static Set<String> sources() throws IOException {
        Set<String> sources = new TreeSet<>(tests());
        try (Stream<Path> files = Files.walk(Path.of(".."), 12)) {
            for (Path file : files.filter(path -> path.toString().matches(".*(Test|IT)\\.java"))
                    .toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                Pattern.compile("void (\\w+)\\(")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(method -> sources.add(name + " " + method.group(1)));
            }
        }
        return sources;
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."), 12)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
