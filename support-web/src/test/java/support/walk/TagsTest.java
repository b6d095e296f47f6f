package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words by which the desk finds its tickets. */
@DeskTest
class TagsTest {
    private static final String TICKET = "/tickets/SUP-1004";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor.Page post(String path, String tag) {
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        ada.get(TICKET);
        return ada.post(TICKET + path, Map.of("tag", tag));
    }

    private int tagged(String tag) {
        return database.sql("select count(*) from ticket_tag where ticket_number = 1004 and tag = ?")
                .param(tag)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_tag_is_given_once_told_in_the_history_and_taken_away() {
        assertThat(post("/tags", "  Needs Update ").status()).isEqualTo(302);
        assertThat(post("/tags", "needs-update").status()).isEqualTo(302);
        assertThat(tagged("needs-update")).isEqualTo(1);
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        assertThat(ada.get(TICKET).body()).containsOnlyOnce("tagged the ticket &quot;needs-update&quot;");
        String requester = database.sql(
                        "select p.email from ticket t join person p on p.id = t.requester_id where t.number = 1004")
                .query(String.class)
                .single();
        assertThat(new Visitor(port).signedIn(requester).get(TICKET).body()).doesNotContain("needs-update");
        post("/tags/removal", "needs-update");
        post("/tags/removal", "needs-update");
        assertThat(tagged("needs-update")).isZero();
        assertThat(ada.get(TICKET).body()).containsOnlyOnce("took the tag &quot;needs-update&quot; off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-x", "a\"b", "<b>", "' or 1=1", "x12345678901234567890123456789012345678901234"})
    void what_is_no_word_is_no_tag(String typed) {
        Visitor.Page page = post("/tags", typed);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("A tag is a word");
    }
}
