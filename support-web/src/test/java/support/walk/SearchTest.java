package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody looks for tickets by words, and finds those that they see by what they may read. */
@DeskTest
class SearchTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor ada = new Visitor(0);
    private Visitor marta = new Visitor(0);
    private Visitor avery = new Visitor(0);

    @BeforeEach
    void signIn() {
        ada = new Visitor(port).signedIn("ada@desk.example");
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        avery = new Visitor(port).signedIn("avery@kestrel.example");
    }

    private String raised(Visitor by, String summary, String description, Visitor.Upload... files) {
        by.get("/tickets/new");
        String app = database.sql("select id::text from app where key = 'signpost'")
                .query(String.class)
                .single();
        Map<String, String> form = Map.of(
                "type", "SUPPORT_REQUEST",
                "severity", "LEVEL_2",
                "app", app,
                "summary", summary,
                "description", description);
        Visitor.Page page = files.length == 0 ? by.post("/tickets", form) : by.post("/tickets", form, files);
        assertThat(page.status()).as(page.body()).isEqualTo(302);
        return page.location().replaceAll(".*(SUP-[0-9]+).*", "$1");
    }

    private void noted(String number, String words) {
        ada.get("/tickets/" + number);
        ada.post("/tickets/" + number + "/notes", Map.of("text", words, "internal", "true"));
    }

    private static String found(Visitor by, String query) {
        Visitor.Page page = by.get(address(query));
        assertThat(page.status()).as(query).isEqualTo(200);
        return page.body();
    }

    private static String address(String query) {
        return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static String row(String number) {
        return "href=\"/tickets/" + number + "\"";
    }

    @Test
    void words_are_found_in_any_ending_wherever_they_stand_and_marked() {
        String number = raised(
                marta,
                "The wombat digs under our fences",
                "Zwei Wallabys haben die Zäune zerstört.",
                new Visitor.Upload("echidna_plan-7.txt", "plan".getBytes(StandardCharsets.UTF_8)));
        for (String query : List.of(
                "wombats",
                "fence",
                "wallaby zaun",
                "\"haben die Zäune\"",
                "echidna",
                "echidna_plan-7.txt",
                "womb*",
                "marta wombat")) {
            assertThat(found(marta, query)).as(query).contains(row(number));
            assertThat(found(ada, query)).as(query).contains(row(number));
        }
        assertThat(found(marta, "wombats")).contains("<mark>wombat</mark>");
        assertThat(found(marta, "wallaby")).contains("<mark>Wallabys</mark>");
        assertThat(found(marta, "echidna")).contains("<mark>echidna</mark>", ">File<");
        assertThat(found(marta, "wombat -fences")).doesNotContain(row(number));
        assertThat(found(marta, "\"fences our\"")).doesNotContain(row(number));
    }

    /** Without what differs from look to look. */
    private static String likeAnyOther(String page, String query) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replace(query, "…");
    }

    @Test
    void nobody_finds_by_what_they_may_not_read() {
        String number = raised(marta, "Dunnart on the roof", "words");
        noted(number, "The dibbler did it, says the bilby.");
        assertThat(found(ada, "dibbler")).contains(row(number), "<mark>dibbler</mark>", ">Note<");
        assertThat(found(ada, "\"says the bilby\"")).contains(row(number));
        for (String query : List.of("dibbler", "\"says the bilby\"", "dibbl*", "dibblre", "\"the dibbler\" dunnart")) {
            assertThat(found(marta, query)).as(query).doesNotContain(row(number), "<mark>dibbler");
        }
        assertThat(found(marta, "dunnart")).contains(row(number)).doesNotContain("dibbler", "bilby");
        String nothing = likeAnyOther(found(avery, "kaluta"), "kaluta");
        for (String query : List.of("dunnart", "dunnat", "dibbler", number)) {
            String page = found(avery, query);
            assertThat(page).as(query).doesNotContain("Dunnart", row(number));
            assertThat(likeAnyOther(page, query)).isEqualTo(nothing);
        }
        assertThat(found(ada, "nordlicht dunnart")).contains(row(number), "Nordlicht Pumps");
        assertThat(found(avery, "marta")).doesNotContain("Marta Quell");
    }

    @Test
    void a_wrong_letter_is_forgiven() {
        String number = raised(
                marta,
                "Thylacines seen in Hobart",
                "words",
                new Visitor.Upload("pademelons.txt", "x".getBytes(StandardCharsets.UTF_8)));
        for (String query : List.of("thylacnies", "thilacines", "padmelons", "matra thylacnies")) {
            assertThat(found(ada, query)).as(query).contains(row(number), "nearly the same");
            assertThat(found(marta, query)).as(query).contains(row(number), "nearly the same");
            assertThat(found(avery, query)).as(query).doesNotContain(row(number), "nearly the same");
        }
        assertThat(found(ada, "thylacnies")).contains("<mark>Thylacines</mark>");
    }

    @Test
    void what_was_written_is_text_and_nothing_else() {
        String number = raised(
                marta, "<script>alert('numbats')</script>", "<img src=x onerror=alert(1)> numbats & \"more\" ${7*7}");
        assertThat(found(ada, "numbats"))
                .contains(row(number), "&lt;script&gt;alert(&#39;<mark>numbats</mark>&#39;)", "&lt;img src=x", "${7*7}")
                .doesNotContain("<script>alert", "<img src=x");
        assertThat(found(ada, "<script>alert(2)</script>")).doesNotContain("<script>alert");
    }

    @Test
    void a_number_leads_to_its_ticket_where_it_goes_on_if_one_sees_it() {
        String one = raised(marta, "Tuan in the attic", "words");
        String other = raised(marta, "Another tuan", "words");
        assertThat(marta.get(address(one)).location()).endsWith("/tickets/" + one);
        assertThat(ada.get(address(one.toLowerCase(Locale.ROOT))).location()).endsWith("/tickets/" + one);
        assertThat(found(ada, one.replace("SUP-", ""))).contains("The ticket with this number", row(one));
        assertThat(avery.get(address(one)).location()).isEmpty();
        database.sql("update ticket set merged_into = :other where number = :one")
                .param("one", Long.valueOf(one.replace("SUP-", "")))
                .param("other", Long.valueOf(other.replace("SUP-", "")))
                .update();
        assertThat(marta.get(address(one)).location()).endsWith("/tickets/" + other);
        assertThat(found(ada, "#" + one.replace("SUP-", ""))).contains(row(other));
        database.sql("update ticket set merged_into = null where merged_into = :other")
                .param("other", Long.valueOf(other.replace("SUP-", "")))
                .update();
    }

    @Test
    void agents_ask_with_keys_and_find_what_is_done() {
        String number = raised(marta, "Kowari in the cellar", "It eats exact words.");
        database.sql("update ticket set status = 'CLOSED', queue_band = null, queue_at = null where number = :number")
                .param("number", Long.valueOf(number.replace("SUP-", "")))
                .update();
        assertThat(found(ada, "kowari")).contains(row(number));
        assertThat(found(ada, "app:signpost \"exact words\" state:done kowari")).contains(row(number));
        assertThat(found(ada, "requester:marta@nordlicht.example kowari")).contains(row(number));
        assertThat(found(ada, "kowari state:open")).doesNotContain(row(number));
        assertThat(found(ada, "apps:signpost")).contains("Nothing is called “apps”");
        assertThat(found(marta, "kowari state:open")).doesNotContain("Nothing is called", row(number));
        assertThat(found(marta, "the \"end")).contains("has no end");
    }

    @Test
    void pages_follow_one_another_without_holes_and_without_doubles() {
        long app = database.sql("select id from app where key = 'signpost'")
                .query(Long.class)
                .single();
        String word = "kultarr" + UUID.randomUUID().toString().substring(0, 4).replaceAll("[^a-z]", "q");
        database.sql("""
                        with marta as (select id, organisation_id from person where email = 'marta@nordlicht.example'),
                        raised as (
                            insert into ticket (number, type, severity, lane, status, summary, app_id, requester_id, organisation_id,
                                raised_at, changed_at, answer_awaited, turn_since, nonce, version, admission)
                            select (select max(number) from ticket) + n, 'SUPPORT_REQUEST', 'LEVEL_4', 'STANDARD', 'CLOSED',
                                case n % 7 when 0 then :word else 'One of many' end, :app, id, organisation_id, now(), now(), false, now(),
                                gen_random_uuid(), 0, 'FREE'
                            from marta, generate_series(1, 130) n returning number, requester_id)
                        insert into message (ticket_number, author_id, internal, body, written_at, nonce)
                        select number, requester_id, false, 'about ' || :word, now(), gen_random_uuid() from raised
                        """).param("word", word).param("app", app).update();
        Set<String> seen = new HashSet<>();
        int shown = 0;
        String page = found(marta, word);
        assertThat(page.substring(page.indexOf("class=\"hit\""))).containsPattern("(?s)^.{0,400}<mark>" + word);
        for (int pages = 1; ; pages++) {
            assertThat(pages).isLessThan(10);
            for (String part : page.split("class=\"hit__link\" href=\"")) {
                if (part.startsWith("/tickets/")) {
                    seen.add(part.substring(0, part.indexOf('"')));
                    shown++;
                }
            }
            if (!page.contains("rel=\"next\"")) {
                break;
            }
            String next = page.replaceAll("(?s).*href=\"(/search[^\"]+)\" rel=\"next\".*", "$1");
            page = marta.get(next.replace("&amp;", "&")).body();
        }
        database.sql("delete from ticket where summary in (:word, 'One of many') and version = 0 and number in"
                        + " (select ticket_number from message where body = 'about ' || :word)")
                .param("word", word)
                .update();
        assertThat(seen).hasSize(130);
        assertThat(shown).isEqualTo(130);
        assertThat(marta.get("/search?q=x&after=nonsense").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "a & b | !c <-> d:*",
                "%_%",
                "\\",
                "(((((((((((a+)+)+)+$",
                "\"'\" -\"'\"",
                "\u0000x",
                "*",
                "-",
                "the",
                "a",
                "🎉🎉",
                "مرحبا بالعالم",
                "#o1 !x '#p1'",
                "999999999999999",
                "SUP-999999999999999"
            })
    void what_means_something_elsewhere_means_itself_here(String query) {
        for (Visitor by : List.of(ada, marta)) {
            assertThat(found(by, query)).doesNotContain("Reference for our support");
        }
    }

    @Test
    void nothing_and_too_much_are_answered() {
        assertThat(found(marta, " ")).contains("What can be found").doesNotContain("customers and organisations");
        assertThat(found(ada, "")).contains("What can be found", "customers and organisations");
        assertThat(found(marta, "zzyzx")).contains("Nothing is written so", "Fewer words find more");
        assertThat(found(marta, "a".repeat(5000))).contains("A query has 1,000 characters at most");
    }
}
