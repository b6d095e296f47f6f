package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The admin keeps the catalogue, by hand and by files. */
@DeskTest
class CatalogueTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor emil = new Visitor(0);

    @BeforeEach
    void comeIn() {
        emil = new Visitor(port).signedIn("emil@desk.example");
        emil.get("/catalogue");
    }

    private String app(String key) {
        Visitor.Page sent = emil.post(
                "/catalogue/apps",
                Map.of(
                        "key",
                        key,
                        "name",
                        "The app " + key,
                        "ours",
                        "true",
                        "lifecycle",
                        "ACTIVE",
                        "hostings",
                        "CLOUD"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        return sent.location();
    }

    private String platform(String key) {
        emil.get("/catalogue/platforms");
        Visitor.Page sent = emil.post(
                "/catalogue/platforms", Map.of("platformKey", key, "platformName", "Product " + key, "kind", "HOST"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        return sent.location();
    }

    /** The page that says what a file would change. */
    private String shown(String place, String json) {
        emil.get(place);
        return emil.post(
                        place + "/file",
                        Map.of(),
                        new Visitor.Upload("file", "file.json", json.getBytes(StandardCharsets.UTF_8)))
                .location();
    }

    @Test
    void an_app_and_its_release_are_written_down_and_changed() {
        platform("hand");
        String app = app("by-hand");
        emil.get(app);
        Map<String, String> release = new HashMap<>(Map.of(
                "version",
                "1.2.0",
                "hosting",
                "CLOUD",
                "channel",
                "BETA",
                "releasedOn",
                "2035-01-31",
                "platforms",
                "hand: 9.0-9.4\r\n"));
        assertThat(emil.post(app + "/releases", release).status()).isEqualTo(302);
        assertThat(emil.get(app).body())
                .contains("Product hand 9.0-9.4")
                .contains("31 January 2035")
                .contains("Beta");
        release.put("version", "1.2");
        release.put("channel", "STABLE");
        emil.post(app + "/releases", release);
        assertThat(emil.get(app).body()).doesNotContain("<td>Beta</td>");
        assertThat(written()).isGreaterThan(2);
    }

    @Test
    void what_cannot_be_is_said_beside_its_field_and_kept() {
        String app = app("wrong");
        emil.get(app);
        String page = emil.post(
                        app + "/releases",
                        Map.of(
                                "version",
                                "newest",
                                "releasedOn",
                                "2035-02-31",
                                "platforms",
                                "nothing: 1\nconfluence: 9-8"))
                .body();
        assertThat(page)
                .contains("Enter a version as its maker writes it")
                .contains("Enter a day")
                .contains("no platform of the catalogue with versions: nothing: 1")
                .contains("newest");
        emil.get("/catalogue");
        assertThat(emil.post("/catalogue/apps", Map.of("key", "a b", "name", " "))
                        .body())
                .contains("Enter a key of letters")
                .contains("Enter a name");
    }

    @Test
    void versions_of_the_marketplace_are_shown_before_they_are_taken_in_and_the_same_again_change_nothing() {
        platform("wiki");
        String app = app("market");
        String json = """
                {"_embedded": {"versions": [
                  {"name": "2.1.0", "release": {"date": "2035-03-01", "beta": false},
                   "deployment": {"cloud": false, "server": false, "dataCenter": true},
                   "compatibilities": [{"application": "wiki", "hosting": {"dataCenter":
                     {"min": {"version": "8.5.0"}, "max": {"version": "9.4.1"}}}},
                     {"application": "unknown", "hosting": {}}]},
                  {"name": "2.2.0-beta1", "release": {"date": "2035-04-01", "beta": true}, "deployment": {"cloud": true}},
                  {"name": "soon"}]}}""";
        String trial = shown(app, json);
        assertThat(emil.get(trial).body())
                .contains("2 entries would change")
                .contains("8.5.0-9.4.1")
                .contains("&quot;soon&quot; is no version")
                .contains("&quot;unknown&quot; is no platform");
        assertThat(emil.get(app).body()).contains("No release yet");
        emil.get(trial);
        assertThat(emil.post(trial, Map.of()).location()).isEqualTo(app + "?taken");
        assertThat(emil.get(app).body()).contains("2.2-beta1").contains("8.5.0-9.4.1");
        assertThat(emil.get(shown(app, json)).body())
                .contains("Nothing would change")
                .contains("2 stand in the catalogue");
    }

    @Test
    void a_development_release_stays_one_though_the_marketplace_calls_it_a_beta() {
        String app = app("develops");
        emil.get(app);
        emil.post(
                app + "/releases",
                Map.of("version", "3.0-m1", "hosting", "CLOUD", "channel", "DEVELOPMENT", "platforms", ""));
        String json = """
                {"_embedded": {"versions": [{"name": "3.0-m1", "release": {"date": "2035-04-01", "beta": true},
                  "deployment": {"cloud": true}}]}}""";
        String trial = shown(app, json);
        assertThat(emil.get(trial).body()).contains("DEVELOPMENT, 2035-04-01").doesNotContain("BETA");
        emil.post(trial, Map.of());
        assertThat(emil.get(app).body()).contains("<td>Development</td>").contains("1 April 2035");
    }

    @Test
    void apps_of_the_marketplace_are_shown_before_they_are_taken_in_and_the_same_again_change_nothing() {
        emil.get(app("listed"));
        String json = """
                {"_embedded": {"addons": [
                  {"key": "listed", "name": "Listed & renamed", "status": "public"},
                  {"key": "listed.new", "name": "New one", "lifecycle": "labs",
                   "_embedded": {"version": {"deployment": {"dataCenter": true, "cloud": false}}}},
                  {"key": "listed.old", "name": "Old one", "status": "archived"},
                  {"key": "listed.old", "name": "Old one again"},
                  {"key": "no key", "name": "x"},
                  {"key": "no.name"}]}}""";
        String trial = shown("/catalogue", json);
        assertThat(emil.get(trial).body())
                .contains("3 entries would change")
                .contains("The app listed, ACTIVE; CLOUD")
                .contains("Listed &amp; renamed, ACTIVE; CLOUD")
                .contains("its key is &quot;no key&quot;", "its key is &quot;no.name&quot;")
                .contains("the app &quot;listed.old&quot; stands in the file before");
        assertThat(emil.get("/catalogue").body()).doesNotContain("listed.new");
        emil.get(trial);
        long written = written();
        assertThat(emil.post(trial, Map.of()).location()).isEqualTo("/catalogue?taken");
        assertThat(written() - written).as("one entry for the file").isEqualTo(1);
        assertThat(database.sql(
                                "select string_agg(key || ' ' || lifecycle || ' ' || array_to_string(hostings, ','), '; '"
                                        + " order by key) from app where key like 'listed%'")
                        .query(String.class)
                        .single())
                .isEqualTo("listed ACTIVE CLOUD; listed.new LABS DATA_CENTER; listed.old RETIRED CLOUD,DATA_CENTER");
        String again = shown("/catalogue", json);
        assertThat(emil.get(again).body()).contains("Nothing would change").contains("3 stand in the catalogue");
        emil.post(again, Map.of());
        assertThat(written() - written).as("nothing has changed").isEqualTo(1);
    }

    private long written() {
        return database.sql("select count(*) from audit_entry where deed = 'CATALOGUE_CHANGED'")
                .query(Long.class)
                .single();
    }

    @Test
    void a_file_of_far_too_many_apps_is_read_up_to_there() {
        String apps = IntStream.rangeClosed(1, 10_001)
                .mapToObj(i -> "{\"key\": \"many.a%d\", \"name\": \"A\"}".formatted(i))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(emil.get(shown("/catalogue", apps)).body())
                .contains("10,000 entries would change", "From element 10,001 on");
    }

    @Test
    void a_file_of_another_kind_is_not_taken_for_one_that_changes_nothing() {
        String trial = shown(app("kinds"), "[{\"cycle\": \"9.4\", \"eol\": \"2036-05-01\"}]");
        assertThat(emil.get(trial).body()).contains("no list of what belongs here");
    }

    @Test
    void a_table_of_ends_of_life_is_taken_in() {
        String platform = platform("ends");
        String trial = shown(platform, """
                [{"cycle": "9.4", "releaseDate": "2034-05-01", "eol": "2036-05-01", "lts": true},
                 {"cycle": "9.3", "releaseDate": "2034-01-01", "eol": false},
                 {"cycle": "9.2", "eol": "2036-02-31"}]""");
        assertThat(emil.get(trial).body())
                .contains("3 entries would change")
                .contains("&quot;2036-02-31&quot; is not a day");
        emil.post(trial, Map.of());
        assertThat(emil.get(platform).body()).contains("1 May 2036").contains("no end announced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "{", "[1, \"x\", null, {}]", "{\"_embedded\": 3}", "[[[[]]]]", "\0"})
    void a_file_that_is_none_is_answered_in_words(String text) {
        String place = platform("odd");
        String trial = shown(place, text);
        assertThat(emil.get(trial).status()).isEqualTo(200);
        assertThat(emil.get(trial).body())
                .containsAnyOf("no list of what belongs here", "no file in JSON", "is no version", "Choose a file");
    }
}
