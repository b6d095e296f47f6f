package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.ticket.app.Recompute;

/** Two tickets become one, or stand beside each other. */
@DeskTest
class JoiningTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    Recompute recompute;

    private Visitor ada = new Visitor(0);
    private Visitor marta = new Visitor(0);

    @BeforeEach
    void signIn() {
        ada = new Visitor(port).signedIn("ada@desk.example");
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private String raise(Visitor by, String level, String words) {
        by.get("/tickets/new");
        return by.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", level,
                                "app", one("select id::text from app where key = 'signpost'"),
                                "summary", words,
                                "description", words))
                .location()
                .replace("/confirmation", "");
    }

    private static String number(String ticket) {
        return ticket.replace("/tickets/", "");
    }

    private Visitor.Page merge(String ticket, String into, Map<String, String> more) {
        assertThat(ada.get(ticket + "/merge?into=" + number(into)).status()).isEqualTo(200);
        return ada.post(ticket + "/merge", more);
    }

    private String due(String ticket) {
        return one(
                "select due_at::text from promise where verdict = 'OPEN' and metric = 'FIRST_RESPONSE' and ticket_number = "
                        + ticket.replaceAll("\\D", ""));
    }

    @Test
    void the_conversation_the_promise_and_the_number_go_on_in_the_other_ticket() {
        String source = raise(marta, "LEVEL_1", "first words");
        String target = raise(marta, "LEVEL_4", "second words");
        String due = due(source);
        assertThat(ada.get(source + "/merge?into=" + number(target)).body())
                .contains("What happens", "This cannot be undone", number(target));
        assertThat(merge(source, target, Map.of()).location()).isEqualTo(target + "?from=" + number(source));
        assertThat(ada.get(target).body())
                .contains("first words", "second words", "Written on " + number(source), "merged " + number(source));
        assertThat(due(target)).isEqualTo(due);
        assertThat(marta.get(source).location()).isEqualTo(target + "?from=" + number(source));
        assertThat(marta.get(target).body()).contains("first words");
        assertThat(new Visitor(port)
                        .signedIn("avery@kestrel.example")
                        .get(source)
                        .status())
                .isEqualTo(404);
        marta.get(target);
        marta.post(
                source + "/replies",
                Map.of("text", "to the old number", "nonce", UUID.randomUUID().toString()));
        assertThat(ada.get(target).body()).contains("to the old number");
        assertThat(ada.get(source + "/history").body()).contains("merged this ticket into " + number(target));
        List<String> found = new ArrayList<>();
        recompute.check(difference -> found.add(difference.number() + " " + difference.words()));
        assertThat(found).isEmpty();
    }

    @Test
    void what_was_merged_twice_leads_to_the_last() {
        String first = raise(marta, "LEVEL_3", "one of three");
        String second = raise(marta, "LEVEL_3", "two of three");
        String third = raise(marta, "LEVEL_3", "three of three");
        merge(first, second, Map.of());
        merge(second, third, Map.of());
        assertThat(marta.get(first).location()).startsWith(third);
        assertThat(ada.get(third).body()).contains("one of three", "two of three", "Written on " + number(first));
        assertThat(merge(third, first, Map.of()).body()).contains("This is the same ticket");
    }

    @Test
    void a_colleague_reads_the_others_words_only_when_somebody_says_so_and_strangers_never() {
        Visitor jonas = new Visitor(port).signedIn("jonas@nordlicht.example");
        String source = raise(jonas, "LEVEL_3", "of jonas");
        String target = raise(marta, "LEVEL_3", "of marta");
        Visitor.Page unsure = merge(source, target, Map.of());
        assertThat(unsure.status()).isEqualTo(409);
        assertThat(unsure.body()).contains("may read each other");
        assertThat(merge(source, target, Map.of("sure", "true")).status()).isEqualTo(302);
        assertThat(jonas.get(target).body()).contains("of marta", "of jonas");
        String strangers = raise(new Visitor(port).signedIn("avery@kestrel.example"), "LEVEL_3", "of avery");
        assertThat(merge(strangers, target, Map.of("sure", "true")).body()).contains("different customers");
    }

    @Test
    void what_has_changed_meanwhile_or_is_not_there_is_not_merged() {
        String source = raise(marta, "LEVEL_3", "stale source");
        String target = raise(marta, "LEVEL_3", "stale target");
        ada.get(source + "/merge?into=" + number(target));
        marta.get(target);
        marta.post(
                target + "/replies",
                Map.of("text", "wait", "nonce", UUID.randomUUID().toString()));
        assertThat(ada.post(source + "/merge", Map.of()).status()).isEqualTo(409);
        for (String absurd : new String[] {"", "SUP-999999", "nonsense"}) {
            Visitor.Page page = ada.get(source + "/merge?into=" + absurd);
            assertThat(page.status()).isEqualTo(409);
            assertThat(page.body()).contains("There is no such ticket");
        }
    }

    @Test
    void links_are_seen_on_both_sides_and_a_duplicate_says_when_its_original_is_done() {
        String duplicate = raise(marta, "LEVEL_3", "quokka again");
        String original = raise(new Visitor(port).signedIn("avery@kestrel.example"), "LEVEL_3", "says it first");
        ada.get(duplicate);
        assertThat(ada.post(duplicate + "/links", Map.of("relation", "DUPLICATE_OF", "other", number(original)))
                        .location())
                .isEqualTo(duplicate + "#links");
        assertThat(ada.get(original).body()).contains("says this again", "quokka again");
        assertThat(marta.get(duplicate).body()).doesNotContain("says it first", number(original));
        ada.get(original);
        ada.post(
                original + "/replies",
                Map.of(
                        "text",
                        "done",
                        "next",
                        "RESOLVED",
                        "nonce",
                        UUID.randomUUID().toString()));
        assertThat(ada.get(duplicate).body()).contains("The original is done", "of which this is a duplicate, is done");
        assertThat(ada.post(duplicate + "/links/removal", Map.of("other", number(original)))
                        .status())
                .isEqualTo(302);
        assertThat(ada.get(original).body()).doesNotContain("quokka again");
        ada.get(duplicate);
        assertThat(ada.post(duplicate + "/links", Map.of("relation", "RELATED", "other", number(duplicate)))
                        .body())
                .contains("This is the same ticket");
    }
}
