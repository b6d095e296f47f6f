package support.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import support.database.KnownConnection;
import support.privacy.persistence.Expired;
import support.testing.TestDatabase;
import support.testing.TestTime;

/** People take their data, and are forgotten. */
@DeskTest
class PrivacyTest {
    private static final String GOOD = "lantern gravel otter mosaic";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    Expired expired;

    @Autowired
    TestDatabase.Copy copy;

    @AfterEach
    void letTheLimitsGo() {
        database.sql("delete from bucket").update();
    }

    private Visitor registered(String address, String name) {
        Visitor visitor = new Visitor(port);
        visitor.get("/register");
        visitor.post("/register", Map.of("email", address));
        String link = new Letterbox(database).link(address);
        visitor.get(link);
        visitor.post(link, Map.of("name", name, "company", "Vole & Daughters", "password", GOOD));
        return visitor;
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    /** Licences have numbers like this one too. */
    private static String number(String words) {
        return "%09d".formatted(Math.floorMod(words.hashCode(), 1_000_000_000));
    }

    /** A ticket with a file, an answer that names its customer, and a note. */
    private String raised(Visitor customer, String words, String name) {
        customer.get("/tickets/new");
        String app = String.valueOf(
                database.sql("select min(id) from app").query(Long.class).single());
        Map<String, String> form = new HashMap<>(Map.of(
                "type", "BUG_REPORT",
                "severity", "LEVEL_3",
                "app", app,
                "summary", words,
                "description", words,
                "action", "dispute", // nobody has bought anything yet
                "about.objection", "We bought it yesterday"));
        form.put("appVersion", "version-of-" + words);
        form.put("about.licence", number(words));
        form.put("about.host", one("select min(id)::text from platform where kind = 'HOST'"));
        form.put("about.hostVersion", "host-of-" + words);
        String ticket = customer.post(
                        "/tickets", form, new Visitor.Upload(words + ".txt", words.getBytes(StandardCharsets.UTF_8)))
                .location()
                .replace("/confirmation", "");
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        ada.get(ticket);
        String first = name.substring(0, name.indexOf(' '));
        ada.post(
                ticket + "/notes",
                Map.of(
                        "text",
                        "secret-note about " + first,
                        "nonce",
                        UUID.randomUUID().toString()));
        ada.get(ticket);
        ada.post(ticket + "/replies", Map.of("text", "Dear " + first + ", we look into it.", "next", "OPEN"));
        return ticket;
    }

    @Test
    void one_takes_ones_own_data_and_no_notes() {
        Visitor vera = registered("vera@vole.example", "Vera Ondine");
        raised(vera, "quokka-words", "Vera Ondine");
        lentHand("vera@vole.example", "Vera Ondine");
        String topic = database.sql("select id::text from topic where title like 'Dark mode%'")
                .query(String.class)
                .single();
        vera.get("/topics/" + topic);
        vera.post("/topics/" + topic + "/followers", Map.of());
        Map<String, String> files = vera.zip("/account/security/data.zip");
        String all = String.join("\n", files.values());
        assertThat(files)
                .containsKeys(
                        "person.json", "tickets.json", "messages.json", "answers.json", "letters.json", "deeds.json");
        assertThat(files.get("partnership.json"))
                .contains("pangolin-words of ours")
                .doesNotContain("asked twice");
        assertThat(files.get("topics.json")).contains("Dark mode for boards");
        assertThat(files.get("codes.json")).contains("For Vera Ondine");
        assertThat(files.get("certificates.json")).contains("TEST-", "A course");
        assertThat(files.get("seats.json")).contains("Signpost for administrators");
        assertThat(files.get("training.json")).contains("What a good tree looks like");
        assertThat(files.get("coverage.json")).contains("NOT_COVERED");
        assertThat(all)
                .contains("vera@vole.example", "quokka-words", "Dear Vera")
                .doesNotContain("secret-note", "argon2");
        assertThat(files.entrySet().stream().filter(file -> file.getKey().startsWith("files/")))
                .anyMatch(file -> file.getValue().equals("quokka-words"));
    }

    @Test
    void nothing_of_an_erased_person_is_left_anywhere() {
        Visitor odo = registered("odo@vole.example", "Odo Brackwater");
        String ticket = raised(odo, "pangolin-words", "Odo Brackwater");
        lentHand("odo@vole.example", "Odo Brackwater");
        offeredAndDeclined(odo, ticket, "pangolin-words");
        assertThat(odo.get("/account/security/data").body()).contains("1: their summaries go", "1: deleted");
        assertThat(odo.post("/account/security/erasure", Map.of("sure", "yes")).status())
                .isEqualTo(422);
        assertThat(odo.post("/account/security/erasure", Map.of("sure", "erase"))
                        .location())
                .isEqualTo("/sign-in?erased");
        assertThat(odo.get("/tickets").location()).startsWith("/sign-in");
        database.sql("delete from bucket").update();
        assertThat(places("Brackwater", "odo@vole.example", "pangolin-words", number("pangolin-words"), "Dear Odo"))
                .isEmpty();
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        assertThat(ada.get(ticket).body()).contains("Erased person", "[erased]", "Dear [erased]");
    }

    /** An offer that the customer declines with a reason, and after which the desk takes the ticket on with another. */
    private void offeredAndDeclined(Visitor customer, String ticket, String words) {
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        ada.get(ticket);
        ada.post(
                ticket + "/quotation",
                Map.of(
                        "seen",
                        version(ticket),
                        "text",
                        "We could.",
                        "price",
                        "100",
                        "currency",
                        "EUR",
                        "validUntil",
                        one("select max(raised_at)::date::text from ticket"),
                        "nonce",
                        UUID.randomUUID().toString()));
        customer.get(ticket);
        assertThat(customer.post(ticket + "/quotation/refusal", Map.of("offer", "1", "reason", words))
                        .status())
                .isEqualTo(302);
        ada.get(ticket);
        assertThat(ada.post(
                                ticket + "/coverage/acceptance",
                                Map.of("seen", version(ticket), "reason", "Mr Brackwater has called"))
                        .status())
                .isEqualTo(302);
    }

    private String version(String ticket) {
        return one("select version::text from ticket where number = " + ticket.replaceAll("\\D", ""));
    }

    @Test
    void what_was_typed_gives_way_to_nothing_but_its_erasure() {
        Visitor ida = registered("ida@vole.example", "Ida Sorrel");
        String ticket = raised(ida, "aardvark-words", "Ida Sorrel").replaceAll("\\D", "");
        JdbcClient owner = JdbcClient.create(entered(copy.owner()));
        for (String forged : List.of(
                "claim = claim || '{\"appVersion\": \"4.0\"}'",
                "claim = forgotten_claim(claim)",
                "claim = forgotten_claim(claim), findings = '[]'",
                "claim = forgotten_claim(claim), findings = forgotten_findings(findings, claim), verdict = 'COVERED'")) {
            assertThatThrownBy(() -> owner.sql(
                                    "update coverage_judgement set " + forged + " where ticket_number = " + ticket)
                            .update())
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> database.sql("update coverage_judgement set claim = forgotten_claim(claim)")
                        .update())
                .hasRootCauseMessage("ERROR: permission denied for table coverage_judgement");
        for (String forged : List.of("none", "[erased] and paid", "paid [erased]")) {
            assertThatThrownBy(() -> owner.sql(
                                    "update ticket_event set data = data || jsonb_build_object('reason', :forged)")
                            .param("forged", forged)
                            .update())
                    .hasMessageContaining("ticket_event is append-only");
        }
    }

    private static DriverManagerDataSource entered(KnownConnection known) {
        return new DriverManagerDataSource(known.getJdbcUrl(), known.getUsername(), known.getPassword());
    }

    @ParameterizedTest
    @CsvSource({
        "[erased],Mr Odo has called,true",
        "Mr [erased] has called,Mr Odo has called,true",
        "[erased] and [erased],Odo and Ida,true",
        "[erased] paid,Mr Odo has called,false",
        "Mr Odo has not called [erased],Mr Odo has called,false",
        "Mr Odo has called,Mr Odo called,false",
        "M_ [erased] h%,Mr Odo has called,false",
        "[erased],'',false"
    })
    void forgetting_takes_words_away_and_adds_none(String later, String earlier, boolean forgotten) {
        assertThat(database.sql("select forgotten_in(:later, :earlier)")
                        .param("later", later)
                        .param("earlier", earlier)
                        .query(Boolean.class)
                        .single())
                .isEqualTo(forgotten);
    }

    @Test
    void nobody_puts_a_table_of_theirs_in_the_place_of_the_tickets_history() {
        String make = "create temp table ticket_event as select 1::bigint as ticket_number, 0::bigint as actor_id,"
                + " '{\"reason\": \"mine\"}'::jsonb as data";
        SingleConnectionDataSource session = new SingleConnectionDataSource(
                copy.app().getJdbcUrl(), copy.app().getUsername(), copy.app().getPassword(), true);
        JdbcClient desk = JdbcClient.create(session);
        assertThatThrownBy(() -> desk.sql(make).update())
                .hasRootCauseMessage("ERROR: permission denied to create temporary tables in database \""
                        + one("select current_database()") + "\"");
        JdbcClient owner = JdbcClient.create(entered(copy.owner()));
        String temporary = " temporary on database " + one("select current_database()");
        owner.sql("grant" + temporary + " to public").update();
        try {
            desk.sql(make).update();
            desk.sql("grant all on ticket_event to public").update();
            desk.sql("select forget_what_was_typed(0, 'mine', true)")
                    .query((row, n) -> 1)
                    .list();
            assertThat(desk.sql("select data ->> 'reason' from pg_temp.ticket_event")
                            .query(String.class)
                            .single())
                    .isEqualTo("mine");
        } finally {
            owner.sql("revoke" + temporary + " from public").update();
            session.destroy();
        }
    }

    @Test
    void an_admin_erases_somebody_but_not_the_last_admin() {
        registered("iris@vole.example", "Iris Tamsin");
        long iris = id("iris@vole.example");
        Visitor emil = new Visitor(port).signedIn("emil@desk.example");
        emil.get("/people/" + iris + "/erasure");
        assertThat(emil.post("/people/" + iris + "/erasure", Map.of("sure", "erase"))
                        .location())
                .isEqualTo("/admin");
        assertThat(places("Tamsin", "iris@vole.example")).isEmpty();
        long self = id("emil@desk.example");
        emil.get("/people/" + self + "/erasure");
        assertThat(emil.post("/people/" + self + "/erasure", Map.of("sure", "erase"))
                        .body())
                .contains("last admin");
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        assertThat(dana.get("/people/" + self + "/erasure").status()).isEqualTo(404);
    }

    /** What a partner's person leaves: a code for somebody, material that was read, a seat, a certificate. */
    private void lentHand(String address, String name) {
        long person = id(address);
        for (String sql : List.of(
                "insert into promo_handout select min(p.id), min(o.organisation_id), :person, 'For ' || :name, now(),"
                        + " gen_random_uuid() from promo_code p, person o where p.state = 'FREE' and o.id = :person",
                "update promo_code set state = 'WITHDRAWN', withdrawn_at = now(), reason = :name || ' mistyped it'"
                        + " where id in (select code_id from promo_handout where person_id = :person)",
                "insert into material_done select min(id), :person, now() from material where course_id is not null",
                "insert into course_seat (session_id, person_id, asked_at) select min(id), :person, now() from course_session",
                "insert into partner_event (organisation_id, happened_at, actor_id, step, words, kind, standing)"
                        + " select organisation_id, now(), id, 'APPLIED', 'pangolin-words of ours',"
                        + " 'SOLUTION_PARTNER', 'APPLIED' from person where id = :person",
                "insert into partner_event (organisation_id, happened_at, step, words, kind, standing)"
                        + " select organisation_id, now(), 'REFUSED', :name || ' asked twice',"
                        + " 'SOLUTION_PARTNER', 'ENDED' from person where id = :person",
                "insert into certificate select 'TEST-' || :person, min(id), :person, :name, 'A course', current_date"
                        + " from course")) {
            database.sql(sql).param("person", person).param("name", name).update();
        }
    }

    private long id(String address) {
        return database.sql("select id from person where email = :address")
                .param("address", address)
                .query(Long.class)
                .single();
    }

    /** Every column of every table in which one of the words stands. */
    private List<String> places(String... words) {
        List<String> columns =
                database.sql("""
                        select format('%I.%I', table_name, column_name) from information_schema.columns
                        where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'bytea')
                        """).query((row, n) -> row.getString(1)).list();
        List<String> found = new ArrayList<>();
        for (String column : columns) {
            String table = column.substring(0, column.indexOf('.'));
            for (String word : words) {
                long rows = database.sql("select count(*) from " + table + " where strpos(cast(" + column
                                + " as text), :word) > 0 or strpos(cast(" + column + " as text), :hex) > 0")
                        .param("word", word)
                        .param("hex", HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)))
                        .query(Long.class)
                        .single();
                if (rows > 0) {
                    found.add(column + ": " + word);
                }
            }
        }
        return found;
    }

    @Test
    void the_address_of_a_company_that_never_agreed_goes_after_a_time() {
        EndCustomers customers = new EndCustomers(port, database);
        Visitor lena = new Visitor(port).signedIn("lena@maplework.example");
        lena.get("/lane/customers");
        lena.post("/lane/customers", Map.of("company", "Named Only", "contact", "named@silent.example"));
        String ticket =
                customers.filed(lena, customers.form("Asked", "Filed For", "filed@silent.example", "PARTNER_ONLY"));
        customers.filed(lena, customers.form("Agreed", "Agreed", "agreed@silent.example", "PARTNER_ONLY"));
        customers.says(customers.joined("agreed@silent.example", "Agreed"), "agreed@silent.example", "agreement");
        customers.filed(lena, customers.form("Joined", "Joined", "joined@silent.example", "PARTNER_ONLY"));
        customers.joined("joined@silent.example", "Joined");
        assertThat(forgottenAddresses("2035-03-31T00:00:00Z")).as("not yet").isZero();
        assertThat(forgottenAddresses("2035-04-02T00:00:00Z")).isEqualTo(2);

        // these go by themselves after some days
        database.sql("delete from link where address like '%@silent.example'").update();
        database.sql("delete from bucket").update();
        assertThat(places("named@silent.example", "filed@silent.example")).isEmpty();
        assertThat(
                        one(
                                "select string_agg(contact, ' ' order by contact) from end_customer where contact like '%silent%'"))
                .isEqualTo("agreed@silent.example joined@silent.example");
        assertThat(lena.get("/lane/customers").body())
                .contains("Filed For", "The address is forgotten by now")
                .doesNotContain("Named Only");
        assertThat(lena.get(ticket).body()).contains("Filed For", "The address is forgotten by now");
        String forgotten = one("select id::text from end_customer where company = 'Filed For'");
        assertThat(lena.post("/lane/customers/" + forgotten + "/asking", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(lena.get("/tickets/new").body()).doesNotContain("Filed For");
    }

    /** Of those at this test's addresses, as if they had been asked in the night to April. */
    private int forgottenAddresses(String limit) {
        database.sql("update end_customer set since = '2035-04-01T00:00:00Z' where contact like '%@silent.example'")
                .update();
        return expired.forgetUnansweredBefore(Instant.parse(limit));
    }

    @Test
    void what_has_been_kept_long_enough_goes() {
        registered("old@vole.example", "Old Letters");
        assertThat(expired.forgetLettersBefore(TestTime.MONDAY_AT_TEN.minus(Duration.ofDays(1))))
                .isZero();
        assertThat(expired.forgetLettersBefore(TestTime.MONDAY_AT_TEN.plus(Duration.ofDays(1))))
                .isPositive();
        assertThat(new Letterbox(database).texts("old@vole.example")).isEmpty();
    }
}
