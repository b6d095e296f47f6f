package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is not covered, offered for money: the customer accepts or declines, and only what still stands. */
@DeskTest
class QuotationTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor marta = new Visitor(0);
    private Visitor ada = new Visitor(0);

    @BeforeEach
    void comeIn() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        ada = new Visitor(port).signedIn("ada@desk.example");
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private String column(String number, String column) {
        return one("select " + column + " from ticket where number = " + number.replace("SUP-", ""));
    }

    /** A ticket that asks for additional support. */
    private String asked(String summary) {
        marta.get("/tickets/new");
        Map<String, String> form = new HashMap<>(Map.of(
                "type", "SUPPORT_REQUEST",
                "severity", "LEVEL_2",
                "app", one("select id::text from app where key = 'courier'"),
                "appVersion", "4.0",
                "about.help", "TRAINING",
                "summary", summary,
                "description", "words",
                "about.objection", "Two hours for ten people",
                "action", "paid"));
        Visitor.Page sent = marta.post("/tickets", form);
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        return sent.location().replaceAll(".*/tickets/|/confirmation", "");
    }

    private Visitor.Page offered(String number, String price, String until) {
        ada.get("/tickets/" + number);
        return ada.post(
                "/tickets/" + number + "/quotation",
                Map.of(
                        "seen",
                        column(number, "version::text"),
                        "text",
                        "Two hours, remote, next month.",
                        "price",
                        price,
                        "currency",
                        "EUR",
                        "validUntil",
                        until,
                        "nonce",
                        UUID.randomUUID().toString()));
    }

    private String letters(String number) {
        return one(
                "select string_agg(regexp_replace(body_text, '\\s+', ' ', 'g'), ' ') from letter where ticket_number = "
                        + number.replace("SUP-", ""));
    }

    private String today() {
        return one("select max(raised_at)::date::text from ticket");
    }

    private Visitor.Page decided(Visitor person, String number, String verb, String... more) {
        person.get("/tickets/" + number);
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return person.post("/tickets/" + number + "/quotation/" + verb, fields);
    }

    @Test
    void an_offer_that_is_accepted_is_an_order_and_worked_on() {
        String number = asked("Training");
        assertThat(offered(number, "480,5", today()).status()).isEqualTo(302);
        assertThat(column(number, "admission || ' ' || status")).isEqualTo("QUOTED WAITING_FOR_CUSTOMER");
        assertThat(letters(number)).contains("Our offer: EUR 480.50 without tax. It stands until");
        assertThat(marta.get("/tickets/" + number).body())
                .contains("Two hours, remote, next month.")
                .contains("Accept the offer: EUR 480.50")
                .contains("We have made you an offer");
        assertThat(ada.get("/queue?q=coverage:undecided").body()).doesNotContain(number);

        assertThat(decided(marta, number, "acceptance", "offer", "1").status()).isEqualTo(302);
        assertThat(column(number, "admission || ' ' || status")).isEqualTo("ORDERED OPEN");
        assertThat(marta.get("/tickets/" + number).body()).contains("Mon 18 Jun, 14:00 CEST");
        assertThat(letters(number))
                .contains("Mon 18 Jun, 14:00 CEST")
                .contains("Our offer of EUR 480.50 without tax for \"Training\" was accepted");
        assertThat(ada.get("/tickets/" + number).body()).contains("accepted the offer of EUR 480.50");
        assertThat(decided(marta, number, "acceptance", "offer", "1").body()).contains("This offer has ended");
    }

    @Test
    void an_offer_that_is_declined_promises_nothing_and_can_be_made_anew() {
        String number = asked("Too dear");
        offered(number, "9999999", today());
        assertThat(decided(marta, number, "refusal", "offer", "1", "reason", "x".repeat(501))
                        .body())
                .contains("Keep the reason under 500");
        assertThat(decided(marta, number, "refusal", "offer", "1", "reason", "Too dear for us")
                        .status())
                .isEqualTo(302);
        assertThat(column(number, "admission || ' ' || status")).isEqualTo("DECLINED OPEN");
        assertThat(ada.get("/tickets/" + number).body()).contains("declined the offer: Too dear for us");
        offered(number, "100", today());
        assertThat(decided(marta, number, "acceptance", "offer", "1").status()).isEqualTo(409);
        assertThat(decided(marta, number, "acceptance", "offer", "2").status()).isEqualTo(302);
    }

    @Test
    void what_was_replaced_or_has_ended_cannot_be_accepted() {
        String number = asked("Replaced");
        offered(number, "100", today());
        offered(number, "200", today());
        assertThat(decided(marta, number, "acceptance", "offer", "1").body())
                .contains("a newer one has taken its place");
        database.sql("update ticket set quote_valid_until = quote_valid_until - 1 where number = "
                        + number.replace("SUP-", ""))
                .update();
        assertThat(marta.get("/tickets/" + number).body())
                .contains("This offer ended on")
                .doesNotContain("Accept the offer");
        assertThat(decided(marta, number, "acceptance", "offer", "2").status()).isEqualTo(409);
        assertThat(column(number, "admission")).isEqualTo("QUOTED");
    }

    /** Offers made, ordered, declined, and neither: what the leads' report counts of the app. */
    private List<Integer> reported() {
        String page = new Visitor(port)
                .signedIn("dana@desk.example")
                .get("/report/coverage")
                .body();
        Matcher row = Pattern.compile(
                        "Offers of additional support</caption>.*Courier Notifications[^<]*</th>"
                                + "\\s*<td[^>]*>(\\d+)</td>\\s*<td[^>]*>(\\d+)</td>\\s*<td[^>]*>(\\d+)</td>\\s*<td[^>]*>(\\d+)</td>",
                        Pattern.DOTALL)
                .matcher(page);
        return row.find()
                ? IntStream.rangeClosed(1, 4)
                        .mapToObj(i -> Integer.valueOf(row.group(i)))
                        .toList()
                : List.of(0, 0, 0, 0);
    }

    @Test
    void the_report_counts_offers_by_what_became_of_them() {
        List<Integer> before = reported();
        String ordered = asked("Counted as ordered");
        offered(ordered, "100", today());
        offered(ordered, "90", today());
        decided(marta, ordered, "acceptance", "offer", "2");
        String declined = asked("Counted as declined");
        offered(declined, "100", today());
        decided(marta, declined, "refusal", "offer", "1");
        offered(asked("Counted as open"), "100", today());
        List<Integer> after = reported();
        assertThat(IntStream.range(0, 4).mapToObj(i -> after.get(i) - before.get(i)))
                .containsExactly(3, 1, 1, 1);
    }

    @Test
    void only_who_raised_it_or_manages_the_organisation_orders() {
        String number = asked("Who orders");
        offered(number, "100", today());
        Visitor jonas = new Visitor(port).signedIn("jonas@nordlicht.example");
        assertThat(jonas.get("/tickets/" + number).body())
                .contains("EUR 100.00")
                .doesNotContain("Accept the offer");
        assertThat(decided(jonas, number, "acceptance", "offer", "1").status()).isEqualTo(409);
        assertThat(column(number, "admission")).isEqualTo("QUOTED");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-5,0", "12.345,0", "free,0", "100000000,0", "1e3,0", "'',0", "100,-1", "100,366", "100,nonsense"
    })
    void an_absurd_offer_is_not_sent_and_its_words_stay(String price, String days) {
        String number = asked("Absurd");
        String until = days.equals("nonsense") ? days : one("select (date '" + today() + "' + " + days + ")::text");
        Visitor.Page page = offered(number, price, until);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("The offer was not sent").contains("Two hours, remote, next month.");
        assertThat(column(number, "admission")).isEqualTo("PAID");
    }

    @Test
    void what_is_covered_is_not_offered_for_money() {
        String number = one("select 'SUP-' || number from ticket where admission = 'FREE' and status = 'OPEN' limit 1");
        assertThat(ada.get("/tickets/" + number).body()).doesNotContain("Send the offer");
        assertThat(offered(number, "100", today()).body()).contains("has been decided");
    }
}
