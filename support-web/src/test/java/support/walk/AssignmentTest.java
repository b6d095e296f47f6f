package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** To whom a ticket can be given. */
@DeskTest
class AssignmentTest {
    private static final String TICKET = "/tickets/SUP-1002";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private String person(String email) {
        return database.sql("select id::text from person where email = ?")
                .param(email)
                .query(String.class)
                .single();
    }

    private String assignee() {
        return database.sql("select coalesce(assignee_id, 0)::text from ticket where number = 1002")
                .query(String.class)
                .single();
    }

    private Visitor.Page assign(String to) {
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        ada.get(TICKET);
        return ada.post(TICKET + "/assignment", Map.of("person", to));
    }

    private void refused(Visitor.Page page, String before) {
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("This person does not answer customers");
        assertThat(assignee()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@desk.example", "dana@desk.example", "emil@desk.example"})
    void whoever_answers_customers_can_have_it(String email) {
        assertThat(assign(person(email)).status()).isEqualTo(302);
        assertThat(assignee()).isEqualTo(person(email));
        assertThat(assign("").status()).isEqualTo(302);
        assertThat(assignee()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"marta@nordlicht.example", "lena@maplework.example", "linus@desk.example"})
    void customers_partners_and_light_agents_cannot(String email) {
        refused(assign(person(email)), assignee());
    }

    @Test
    void somebody_who_has_left_or_never_was_cannot() {
        database.sql(
                        "insert into person (email, name, role, state) values ('left@desk.example', 'Left', 'AGENT', 'DEACTIVATED')")
                .update();
        String before = assignee();
        refused(assign(person("left@desk.example")), before);
        refused(assign("999999"), before);
        refused(assign("-1"), before);
    }

    @Test
    void what_is_no_number_is_no_question() {
        assertThat(assign("nobody").status()).isEqualTo(400);
    }
}
