package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who reads what of a ticket that a partner has filed for an end customer: before it agrees, while it does, and after it
 * has taken that back. Every door that the desk has (read from the desk itself) is tried by everybody, and no answer holds
 * a word that is not theirs.
 */
@DeskTest
class BehalfMatrixTest {
    /** How a ticket stands, and whether the end customer reads along. */
    private enum Stage {
        ASKED("ASKED", true),
        GIVEN("GIVEN", true),
        GIVEN_TO_PARTNER("GIVEN", false),
        REVOKED("REVOKED", true),
        REVOKED_FROM_PARTNER("REVOKED", false);

        private final String consent;
        private final boolean shared;

        Stage(String consent, boolean shared) {
            this.consent = consent;
            this.shared = shared;
        }

        String contact() {
            return "kim@" + domain();
        }

        String domain() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".example";
        }

        String sharing() {
            return shared ? "PARTNER_AND_CUSTOMER" : "PARTNER_ONLY";
        }

        boolean everGiven() {
            return !consent.equals("ASKED");
        }

        String canary(Words words) {
            return "canary-" + words + "-" + name() + "-";
        }
    }

    /** Whose words they are. */
    private enum Words {
        PARTNER,
        CUSTOMER,
        DESK,
        NOTE,
        /** The name under which the end customer has registered, which nobody has told the partner. */
        FIRM
    }

    private enum Side {
        PARTNER,
        OTHER_PARTNER,
        CUSTOMER,
        CUSTOMERS_COLLEAGUE,
        STRANGER,
        DESK
    }

    /** @param stage of whose end customer; null for those who are of none */
    private record Caller(String email, Side side, @Nullable Stage stage) {
        /** The words of a stage's ticket that are this caller's to read. */
        Set<Words> reads(Stage of) {
            return switch (side) {
                case DESK -> Set.of(Words.values());
                case PARTNER ->
                    of.consent.equals("GIVEN")
                            ? Set.of(Words.PARTNER, Words.CUSTOMER, Words.DESK)
                            : Set.of(Words.PARTNER);
                case CUSTOMER ->
                    stage != of
                            ? Set.of()
                            : of.shared && of.everGiven()
                                    ? Set.of(Words.PARTNER, Words.CUSTOMER, Words.DESK, Words.FIRM)
                                    : Set.of(Words.FIRM);
                case CUSTOMERS_COLLEAGUE -> stage == of ? Set.of(Words.FIRM) : Set.of();
                case OTHER_PARTNER, STRANGER -> Set.of();
            };
        }
    }

    /** What ends sessions, or people: MatrixTest and others open these. */
    private static final Set<String> LEFT_OUT = Set.of(
            "POST /account/sessions/end",
            "POST /account/sessions/end-others",
            "POST /account/security/erasure",
            "POST /organisation/departure");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Map<Stage, String> tickets = new LinkedHashMap<>();
    private final Map<Caller, Visitor> visitors = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int cells;

    @AfterEach
    void letTheLimitsGo() {
        database.sql("delete from bucket").update();
    }

    @Test
    void everybody_reads_what_is_theirs_at_every_door_and_nothing_else() {
        for (Stage stage : Stage.values()) {
            prepare(stage);
        }
        comeIn("lena@maplework.example", Side.PARTNER, null);
        comeIn("nils@maplework.example", Side.PARTNER, null);
        comeIn("robin@pinecrest.example", Side.OTHER_PARTNER, null);
        comeIn("marta@nordlicht.example", Side.STRANGER, null);
        comeIn("ada@desk.example", Side.DESK, null);
        visitors.forEach(this::readTheTickets);
        visitors.forEach(this::takeTheFiles);
        routes().forEach(door -> visitors.forEach((caller, visitor) -> tryDoor(door, caller, visitor)));
        lettersToThePartner();
        System.out.println("behalf-matrix-cells: " + cells + ", leaks: " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(1000);
    }

    private void prepare(Stage stage) {
        EndCustomers customers = new EndCustomers(port, database);
        Visitor lena = new Visitor(port).signedIn("lena@maplework.example");
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        database.sql("delete from bucket").update();
        String ticket = customers.filed(
                lena, customers.form(stage.canary(Words.PARTNER), "Named " + stage, stage.contact(), stage.sharing()));
        tickets.put(stage, ticket);
        Visitor kim = customers.joined(stage.contact(), stage.canary(Words.FIRM));
        kim.get("/organisation/invitation");
        visitors.put(new Caller(stage.contact(), Side.CUSTOMER, stage), kim);
        if (stage == Stage.GIVEN) {
            String colleague = "col@" + stage.domain();
            kim.post("/organisation/invitation", Map.of("email", colleague));
            visitors.put(
                    new Caller(colleague, Side.CUSTOMERS_COLLEAGUE, stage),
                    new Newcomers(port, database).invited(colleague, "Col League"));
        }
        EndCustomers.reply(ada, ticket, stage.canary(Words.DESK));
        EndCustomers.note(ada, ticket, stage.canary(Words.NOTE));
        if (stage.everGiven()) {
            customers.says(kim, stage.contact(), "agreement");
        }
        if (stage.everGiven() && stage.shared) {
            EndCustomers.reply(kim, ticket, stage.canary(Words.CUSTOMER));
        }
        if (stage.consent.equals("REVOKED")) {
            customers.says(kim, stage.contact(), "revocation");
            EndCustomers.reply(ada, ticket, stage.canary(Words.DESK) + "after");
        }
    }

    private void comeIn(String email, Side side, @Nullable Stage stage) {
        visitors.put(new Caller(email, side, stage), new Visitor(port).signedIn(email));
    }

    /** On the ticket's page everybody finds all of what is theirs: else an empty desk would pass. */
    private void readTheTickets(Caller caller, Visitor visitor) {
        tickets.forEach((stage, ticket) -> {
            String page = visitor.get(ticket).body();
            Set<Words> found = Stream.of(Words.PARTNER, Words.CUSTOMER, Words.DESK, Words.NOTE)
                    .filter(words -> page.contains(stage.canary(words)))
                    .collect(Collectors.toSet());
            Set<Words> theirs = new TreeSet<>(caller.reads(stage));
            theirs.remove(Words.FIRM);
            if (!stage.everGiven() || !stage.shared) {
                theirs.remove(Words.CUSTOMER); // nobody there could write
            }
            cells++;
            if (!found.equals(theirs)) {
                wrong.add(ticket + " " + stage + " by " + caller.email() + " shows " + found + ", not " + theirs);
            }
        });
    }

    private void takeTheFiles(Caller caller, Visitor visitor) {
        for (Map.Entry<String, String> file :
                visitor.zip("/account/security/data.zip").entrySet()) {
            look("data.zip " + file.getKey(), caller, file.getValue());
        }
    }

    private void tryDoor(String door, Caller caller, Visitor visitor) {
        if (LEFT_OUT.contains(door)) {
            return;
        }
        List<Stage> stages = isAbout(door) ? List.of(Stage.values()) : List.of(Stage.ASKED);
        for (Stage stage : stages) {
            for (String path : filled(door.substring(door.indexOf(' ') + 1), stage)) {
                boolean post = door.startsWith("POST ");
                look(
                        door + " " + path,
                        caller,
                        post ? sent(visitor, path) : visitor.get(path).body());
                if (post) {
                    undo();
                }
            }
        }
    }

    /** Whether it leads to something of one ticket, or of one end customer. */
    private static boolean isAbout(String door) {
        return Stream.of("{number}", "/attachments/{", "/consents/{", "/customers/{", "/outbox/{")
                .anyMatch(door::contains);
    }

    /** As from the page of the ticket. */
    private static String sent(Visitor visitor, String path) {
        if (visitor.hidden("_csrf").equals("null")) {
            visitor.get("/account");
        }
        return visitor.post(path, Map.of("seen", "-1")).body();
    }

    private void look(String where, Caller caller, String body) {
        cells++;
        for (Stage stage : Stage.values()) {
            for (Words words : Words.values()) {
                if (body.contains(stage.canary(words)) && !caller.reads(stage).contains(words)) {
                    wrong.add(where + " tells " + caller.email() + " " + stage.canary(words));
                }
            }
        }
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                Objects.requireNonNull(mapping.getPathPatternsCondition())
                        .getPatternValues()
                        .forEach(path -> routes.add(method + " " + path));
            }
        });
        return routes;
    }

    private List<String> filled(String path, Stage stage) {
        String number = Objects.requireNonNull(tickets.get(stage)).replace("/tickets/", "");
        String whole = path.replace("{number}", number)
                .replace("{secret}", "guess")
                .replace("{file}", "00000000-0000-4000-8000-000000000001")
                .replaceAll("[{](?!id)[a-z]+}", "guess");
        if (!whole.contains("{id}")) {
            return List.of(whole);
        }
        return ids(path, number, stage).stream()
                .map(id -> whole.replace("{id}", id))
                .toList();
    }

    private List<String> ids(String path, String number, Stage stage) {
        if (path.startsWith("/attachments/")) {
            return list(
                    "select a.id::text from attachment a join message m on m.id = a.message_id where m.ticket_number ="
                            + " cast(substring(:word from 5) as bigint)",
                    number);
        }
        if (path.startsWith("/outbox/")) {
            return list(
                    "select id::text from letter where ticket_number = cast(substring(:word from 5) as bigint)"
                            + " order by id limit 1",
                    number);
        }
        String column = path.startsWith("/organisations/") ? "organisation_id" : "id";
        String table = path.contains("/consents/") || path.startsWith("/lane/") ? "end_customer" : "person";
        String key = table.equals("person") ? "email" : "contact";
        return list(
                "select coalesce(" + column + ", 0)::text from " + table + " where " + key + " = :word",
                stage.contact());
    }

    private List<String> list(String sql, String word) {
        return database.sql(sql)
                .param("word", word)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** What callers did at the doors, to themselves and others. */
    private void undo() {
        database.sql("delete from bucket").update();
        String stages = Stream.of(Stage.values())
                .map(stage -> "('" + stage.contact() + "', '" + stage.consent + "', '" + stage.sharing() + "')")
                .collect(Collectors.joining(", ", "(values ", ") as s (contact, consent, sharing)"));
        database.sql("update end_customer c set consent = s.consent,"
                        + " organisation_id = case when s.consent = 'ASKED' then null else c.organisation_id end from "
                        + stages + " where c.contact = s.contact and c.consent <> s.consent")
                .update();
        database.sql("update ticket t set sharing = s.sharing from " + stages + " join end_customer c"
                        + " on c.contact = s.contact where c.id = t.end_customer_id and t.sharing <> s.sharing")
                .update();
    }

    /** While nobody agrees, none holds what the desk or the end customer wrote. */
    private void lettersToThePartner() {
        for (String letter : list(
                "select subject || body_text || body_html from letter where recipient like '%@' || :word",
                "maplework.example")) {
            cells++;
            for (Stage stage : Stage.values()) {
                String after = stage.canary(Words.DESK) + "after";
                boolean early = stage.everGiven() && !letter.contains(after);
                if (!early && letter.contains(stage.canary(Words.DESK)) || letter.contains(stage.canary(Words.NOTE))) {
                    wrong.add("a letter to the partner tells " + stage);
                }
            }
        }
    }
}
