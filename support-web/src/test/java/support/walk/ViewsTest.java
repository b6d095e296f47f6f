package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of the desk keep what they ask the queue for, for themselves or, as leads, for all. */
@DeskTest
class ViewsTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor ada = new Visitor(0);
    private Visitor bruno = new Visitor(0);
    private Visitor dana = new Visitor(0);

    @BeforeEach
    void signIn() {
        clear();
        ada = new Visitor(port).signedIn("ada@desk.example");
        bruno = new Visitor(port).signedIn("bruno@desk.example");
        dana = new Visitor(port).signedIn("dana@desk.example");
    }

    @AfterEach
    void clear() {
        database.sql("delete from saved_view where not demo").update();
    }

    private static Visitor.Page keep(Visitor who, String name, String query) {
        who.get("/queue/views/new");
        return who.post("/queue/views", Map.of("name", name, "q", query, "shared", "true"));
    }

    private long id(String name) {
        return database.sql("select id from saved_view where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    @Test
    void a_view_leads_to_its_tickets_and_says_how_many_they_are() {
        assertThat(keep(ada, "Nobody's <b>", "assignee:none").location()).endsWith("/queue?q=assignee%3Anone");
        long open = database.sql("select count(*) from ticket where queue_band is not null and assignee_id is null"
                        + " and (snoozed_until is null)")
                .query(Long.class)
                .single();
        String links = ada.get("/queue/views?part=true&q=assignee:none").body();
        assertThat(links)
                .contains(
                        "href=\"/queue?q=assignee%3Anone\"",
                        "aria-current=\"page\"", "Nobody&#39;s &lt;b&gt;", ">" + open + "</span>")
                .doesNotContain("<html");
        assertThat(ada.get("/queue/views?part=true&q=x").body()).doesNotContain("aria-current");
    }

    @Test
    void ones_own_are_nobody_elses_and_a_lead_shares_with_all() {
        keep(ada, "Only Ada's", "assignee:me");
        keep(dana, "For all of us", "lane:fast");
        assertThat(ada.get("/queue/views").body()).contains("Only Ada", "For all of us");
        assertThat(bruno.get("/queue/views").body()).contains("For all of us").doesNotContain("Only Ada");
        assertThat(new Visitor(port)
                        .signedIn("linus@desk.example")
                        .get("/queue/views")
                        .body())
                .contains("For all of us");
        bruno.post("/queue/views/" + id("For all of us") + "/removal", Map.of());
        dana.post("/queue/views/" + id("Only Ada's") + "/removal", Map.of());
        assertThat(ada.get("/queue/views").body()).contains("Only Ada", "For all of us");
        ada.post("/queue/views/" + id("Only Ada's") + "/removal", Map.of());
        assertThat(ada.get("/queue/views").body()).doesNotContain("Only Ada");
    }

    @Test
    void what_is_done_is_not_counted() {
        keep(ada, "Everything", "state:all");
        assertThat(ada.get("/queue/views?part=true").body()).contains("<span>Everything</span></a>");
    }

    @ParameterizedTest
    @CsvSource({"'', assignee:me", "'  ', assignee:me", "Mine, ''", "Mine, sevrity:1", "Mine, \"open"})
    void what_cannot_be_kept_is_refused_with_what_was_typed(String name, String query) {
        Visitor.Page page = keep(ada, name, query);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<title>Error: ", "value=\"" + query.replace("\"", "&quot;") + "\"");
        assertThat(database.sql("select count(*) from saved_view where not demo")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void names_are_there_once_and_views_are_few() {
        assertThat(keep(ada, "x".repeat(61), "assignee:me").status()).isEqualTo(422);
        keep(ada, "View 0", "severity:1");
        assertThat(keep(ada, "view 0", "severity:1").body()).contains("There is a view with this name already");
        for (int i = 1; i < 20; i++) {
            assertThat(keep(ada, "View " + i, "severity:1").status()).isEqualTo(302);
        }
        assertThat(keep(ada, "One more", "severity:1").body()).contains("There are 20 views already");
        assertThat(keep(bruno, "view 1", "severity:1").status()).isEqualTo(302);
    }
}
