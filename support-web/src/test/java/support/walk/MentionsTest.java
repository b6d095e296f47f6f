package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Colleagues are named in notes; customers never are, and never learn of it. And the history that says so, filtered. */
@DeskTest
class MentionsTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor ada = new Visitor(0);
    private Visitor dana = new Visitor(0);

    @BeforeEach
    void comeIn() {
        ada = new Visitor(port).signedIn("ada@desk.example");
        dana = new Visitor(port).signedIn("dana@desk.example");
    }

    private String ticket() {
        return "/tickets/SUP-"
                + database.sql("select max(number) from ticket where status in ('OPEN', 'NEW', 'CONFIRMED')"
                                + " and end_customer_id is null")
                        .query(Long.class)
                        .single();
    }

    private int letters(String address, String ticket) {
        return database.sql(
                        "select count(*) from letter where recipient = :address and kind = 'NOTICE' and subject like :ticket")
                .param("address", address)
                .param("ticket", "%named you on " + ticket.replace("/tickets/", ""))
                .query(Integer.class)
                .single();
    }

    private void write(String ticket, String path, String text) {
        ada.get(ticket);
        assertThat(ada.post(
                                ticket + path,
                                Map.of("text", text, "nonce", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void whoever_is_named_in_a_note_gets_a_letter_and_finds_it_in_a_list_until_they_have_seen_to_it() {
        String ticket = ticket();
        int before = letters("dana@desk.example", ticket);
        write(ticket, "/notes", "@dana.ridge and @ada.brook: look, @nobody, <b>@marta.quell</b> a@dana.ridge");
        assertThat(letters("dana@desk.example", ticket)).isEqualTo(before + 1);
        assertThat(letters("ada@desk.example", ticket)).as("oneself").isZero();
        assertThat(letters("marta@nordlicht.example", ticket)).as("a customer").isZero();
        String number = ticket.replace("/tickets/", "");
        assertThat(dana.get("/mentions").body()).contains(number, "Ada Brook");
        assertThat(dana.get(ticket).body()).contains("Ada Brook named Dana Ridge in the note");
        dana.get("/mentions");
        dana.post("/mentions/removal", Map.of("ticket", number));
        assertThat(dana.get("/mentions").body()).doesNotContain(ticket);
        assertThat(database.sql("select body_text from letter where subject like '%named you on %'")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains("@nobody"));
    }

    @Test
    void what_is_said_to_a_customer_names_nobody_and_customers_read_nothing_of_names() {
        String ticket = ticket();
        write(ticket, "/notes", "@dana.ridge knows");
        int letters = letters("dana@desk.example", ticket);
        ada.get(ticket);
        ada.post(
                ticket + "/replies",
                Map.of("text", "My colleague @dana.ridge has found it", "next", "WAITING_FOR_CUSTOMER"));
        assertThat(letters("dana@desk.example", ticket)).isEqualTo(letters);
        String requester = database.sql("""
                        select p.email from ticket t join person p on p.id = t.requester_id
                        where t.number = :number""")
                .param("number", Long.parseLong(ticket.replace("/tickets/SUP-", "")))
                .query(String.class)
                .single();
        assertThat(new Visitor(port).signedIn(requester).get(ticket).body())
                .contains("has found it")
                .doesNotContain("named Dana", "knows");
        assertThat(dana.get("/mentions/people").body()).contains("dana.ridge").doesNotContain("marta", "@");
    }

    @Test
    void a_history_is_filtered_by_what_it_is_about_and_by_person() {
        String ticket = ticket();
        write(ticket, "/notes", "@dana.ridge, again");
        String all = ada.get(ticket + "/history").body();
        assertThat(all).contains("raised the ticket", "named Dana Ridge");
        assertThat(ada.get(ticket + "/history?kind=WORDS").body())
                .contains("raised the ticket", "named Dana Ridge")
                .doesNotContain(" promised by ");
        long adasNumber = database.sql("select id from person where email = 'ada@desk.example'")
                .query(Long.class)
                .single();
        assertThat(ada.get(ticket + "/history?kind=WORDS&who=" + adasNumber).body())
                .contains("named Dana Ridge")
                .doesNotContain("raised the ticket");
        assertThat(ada.get(ticket + "/history?kind=QUEUE&who=999999").body()).contains("No entry is like that");
        assertThat(ada.get(ticket + "/history?kind=&who=").body()).contains("raised the ticket", "named Dana Ridge");
        assertThat(ada.get(ticket + "/history?kind=nonsense&who=x").status()).isIn(200, 400);
    }
}
