package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who were asked to a single ticket: they see this one, and no more than the others who see it. */
@DeskTest
class ParticipantsTest {
    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Newcomers newcomers;
    private Letterbox letters;
    private String domain;
    private Visitor mia;
    private Visitor tom;
    private Visitor ada;
    private String ticket;

    @BeforeEach
    void raiseATicketWhereEachSeesTheirOwn() {
        newcomers = new Newcomers(port, database);
        letters = new Letterbox(database);
        domain = "orchard" + count++ + ".example";
        mia = newcomers.founder(at("mia"), "Mia Orchard", "Orchard " + domain);
        tom = colleague("tom");
        ada = new Visitor(port).signedIn("ada@desk.example");
        ticket = raise(tom);
    }

    @AfterEach
    void letTheLimitsGo() {
        database.sql("delete from bucket").update();
    }

    private String at(String name) {
        return name + "@" + domain;
    }

    private Visitor colleague(String name) {
        mia.get("/organisation/invitation");
        mia.post("/organisation/invitation", Map.of("email", at(name)));
        return newcomers.invited(at(name), "Colleague " + name);
    }

    private String raise(Visitor customer) {
        customer.get("/tickets/new");
        String app = String.valueOf(
                database.sql("select min(id) from app").query(Long.class).single());
        return customer.post(
                        "/tickets",
                        Map.of(
                                "type",
                                "BUG_REPORT",
                                "severity",
                                "LEVEL_3",
                                "app",
                                app,
                                "summary",
                                "Rows are lost",
                                "description",
                                "words",
                                "action",
                                "dispute", // nobody has bought anything yet
                                "about.objection",
                                "We bought it yesterday"),
                        new Visitor.Upload("rows.txt", "rows".getBytes(StandardCharsets.UTF_8)))
                .location()
                .replace("/confirmation", "");
    }

    private Visitor.Page add(Visitor by, String name) {
        by.get(ticket);
        return by.post(ticket + "/participants", Map.of("person", Long.toString(newcomers.id(at(name)))));
    }

    private Visitor.Page addByAddress(String address) {
        ada.get(ticket);
        return ada.post(ticket + "/participants", Map.of("address", address));
    }

    private Visitor.Page remove(Visitor by, String address) {
        by.get(ticket);
        return by.post(ticket + "/removed-participants", Map.of("person", Long.toString(newcomers.id(address))));
    }

    private void answer(String text) {
        ada.get(ticket);
        Map<String, String> answer = Map.of(
                "text",
                text,
                "next",
                "WAITING_FOR_CUSTOMER",
                "nonce",
                UUID.randomUUID().toString());
        assertThat(ada.post(ticket + "/replies", answer).status()).isEqualTo(302);
    }

    private String file() {
        return "/attachments/"
                + database.sql(
                                "select a.id::text from attachment a join message m on m.id = a.message_id where m.ticket_number = :number")
                        .param("number", Long.parseLong(ticket.replace("/tickets/SUP-", "")))
                        .query(String.class)
                        .single();
    }

    @Test
    void a_colleague_who_is_added_sees_that_ticket_its_files_and_no_other() {
        Visitor uma = colleague("uma");
        String other = raise(tom);
        assertThat(uma.get(ticket).status()).isEqualTo(404);
        assertThat(uma.get(file()).status()).isEqualTo(404);
        assertThat(add(tom, "uma").location()).isEqualTo(ticket);
        assertThat(letters.newest(at("uma"))).contains("Colleague tom added you", "Rows are lost");
        assertThat(uma.get(ticket).body()).contains("Also on this ticket", "Colleague uma", "Take me off");
        assertThat(uma.get("/tickets").body()).contains(ticket).doesNotContain(other);
        assertThat(uma.get(other).status()).isEqualTo(404);
        assertThat(uma.get(file()).body()).isEqualTo("rows");
        assertThat(tom.get(ticket).body()).contains("Colleague uma");
        assertThat(ada.get(ticket).body()).contains("Colleague tom added Colleague uma to the ticket");
    }

    @Test
    void participants_reply_and_get_the_public_replies_but_say_not_what_becomes_of_it() {
        Visitor uma = colleague("uma");
        add(tom, "uma");
        assertThat(ada.get(ticket).body()).contains("Also goes to one person");
        answer("public words");
        assertThat(letters.newest(at("uma"))).contains("which you are on", "public words");
        assertThat(letters.newest(at("tom"))).contains("your ticket", "public words");
        ada.get(ticket);
        ada.post(
                ticket + "/notes",
                Map.of("text", "canary-note", "nonce", UUID.randomUUID().toString()));
        assertThat(uma.get(ticket).body()).doesNotContain("canary-note", "This is solved");
        assertThat(letters.newest(at("uma"))).doesNotContain("canary-note");
        uma.get(ticket);
        assertThat(uma.post(ticket + "/replies", Map.of("text", "from uma")).status())
                .isEqualTo(302);
        assertThat(tom.get(ticket).body()).contains("from uma");
        uma.get(ticket);
        assertThat(uma.post(ticket + "/solution", Map.of()).status()).isEqualTo(409);
        assertThat(tom.get(ticket).body()).doesNotContain("This ticket is done");
    }

    @Test
    void only_who_raised_it_the_managers_and_the_desk_say_who_is_on_it() {
        Visitor uma = colleague("uma");
        colleague("vic");
        assertThat(add(uma, "uma").status()).as("who does not see it").isEqualTo(404);
        assertThat(add(mia, "vic").status()).as("a manager who does not see it").isEqualTo(404);
        add(tom, "uma");
        assertThat(add(uma, "vic").status()).isEqualTo(409);
        assertThat(remove(uma, at("mia")).status()).isEqualTo(409);
        assertThat(add(tom, "mia").status()).isEqualTo(302);
        assertThat(add(mia, "vic").status()).as("a manager who sees it").isEqualTo(302);
        Visitor linus = new Visitor(port).signedIn("linus@desk.example");
        linus.get(ticket);
        assertThat(linus.post(ticket + "/participants", Map.of("address", at("vic")))
                        .status())
                .isEqualTo(404);
        assertThat(linus.post(ticket + "/removed-participants", Map.of("person", "1"))
                        .status())
                .isEqualTo(404);
        assertThat(linus.get(ticket).body()).contains("Colleague vic").doesNotContain("name=\"address\"");
    }

    @Test
    void customers_add_nobody_of_elsewhere_and_nobody_who_is_out() {
        tom.get(ticket);
        for (String person : new String[] {
            Long.toString(newcomers.id("marta@nordlicht.example")),
            Long.toString(newcomers.id("ada@desk.example")),
            "999999999",
            ""
        }) {
            Visitor.Page refused = tom.post(ticket + "/participants", Map.of("person", person));
            assertThat(refused.status()).as(person).isEqualTo(409);
            assertThat(refused.body()).contains("There is nobody to add");
        }
        assertThat(tom.post(ticket + "/participants", Map.of("address", "marta@nordlicht.example"))
                        .status())
                .isEqualTo(409);
        assertThat(add(tom, "tom").status()).as("oneself").isEqualTo(409);
        assertThat(new Visitor(port)
                        .signedIn("marta@nordlicht.example")
                        .get(ticket)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_desk_adds_customers_by_address_and_no_name_of_another_organisation_leaks() {
        assertThat(addByAddress("nobody@nowhere.example").status()).isEqualTo(409);
        assertThat(addByAddress("bruno@desk.example").body()).contains("belong to the desk");
        assertThat(addByAddress(at("tom")).status()).as("who raised it").isEqualTo(409);
        assertThat(addByAddress("MARTA@nordlicht.example").status()).isEqualTo(302);
        Visitor marta = new Visitor(port).signedIn("marta@nordlicht.example");
        assertThat(marta.get(ticket).body())
                .contains("Rows are lost", "Orchard " + domain)
                .doesNotContain("This is solved", "name=\"person\">", at("tom"), at("mia"));
        assertThat(marta.get("/tickets").body()).contains(ticket);
        assertThat(tom.get(ticket).body()).contains("Marta Quell").doesNotContain("Nordlicht");
        assertThat(ada.get(ticket).body()).contains("Marta Quell", "Nordlicht Pumps");
        assertThat(new Visitor(port)
                        .signedIn("jonas@nordlicht.example")
                        .get(ticket)
                        .status())
                .as("her colleagues do not see it")
                .isEqualTo(404);
        assertThat(remove(marta, "marta@nordlicht.example").location()).isEqualTo("/tickets");
        assertThat(marta.get(ticket).status()).isEqualTo(404);
    }

    @Test
    void twice_added_is_added_once_and_removed_is_out_at_once() {
        Visitor uma = colleague("uma");
        add(tom, "uma");
        add(tom, "uma");
        assertThat(ada.get(ticket).body().split("added Colleague uma", -1)).hasSize(2);
        assertThat(remove(tom, at("uma")).location()).isEqualTo(ticket);
        assertThat(uma.get(ticket).status()).isEqualTo(404);
        answer("after uma");
        assertThat(letters.newest(at("uma"))).doesNotContain("after uma");
        assertThat(ada.get(ticket).body()).contains("Colleague tom took Colleague uma off the ticket");
    }

    @Test
    void whoever_leaves_the_organisation_is_on_its_tickets_no_more() {
        Visitor uma = colleague("uma");
        add(tom, "uma");
        long id = newcomers.id(at("uma"));
        mia.get("/organisation/people/" + id);
        assertThat(mia.post("/organisation/people/" + id + "/removal", Map.of()).status())
                .isEqualTo(302);
        assertThat(uma.get(ticket).location()).startsWith("/sign-in");
        assertThat(tom.get(ticket).body()).contains("Nobody else.");
        Visitor emil = new Visitor(port).signedIn("emil@desk.example");
        emil.get("/people/" + id);
        emil.post("/people/" + id + "/reactivation", Map.of());
        newcomers.signIn(uma, at("uma"));
        assertThat(uma.get("/tickets").status()).isEqualTo(200);
        assertThat(uma.get(ticket).status()).as("also after coming back").isEqualTo(404);
        assertThat(ada.get(ticket).body()).contains("The desk took Colleague uma off the ticket");
    }

    @Test
    void an_answer_to_fewer_people_than_read_it_is_not_sent_unseen() {
        colleague("uma");
        ada.get(ticket);
        add(tom, "uma");
        Map<String, String> answer = Map.of("text", "for tom only", "next", "OPEN");
        Visitor.Page stale = ada.post(ticket + "/replies", answer);
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body()).contains("Somebody changed this ticket", "for tom only", "Also goes to one person");
    }
}
