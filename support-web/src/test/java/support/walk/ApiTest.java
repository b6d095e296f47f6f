package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doors of the API: what they give, to whom, and what they make of requests that nobody should send. */
class ApiTest extends ApiDesk {
    private static final String TICKETS = "/api/v1/tickets";
    /** For a door that wants no token. */
    private static final String OPEN = "open";

    private static final List<String> SCOPES = List.of("tickets:read", "tickets:write", "notes:read");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Program customer(String email) {
        return program(email, "tickets:read", "tickets:write");
    }

    /** The scope that each door of the document wants; empty for any token. */
    private static Map<String, String> documented() throws IOException {
        try (InputStream in = ApiTest.class.getResourceAsStream("/static/api/openapi.yaml")) {
            JsonNode document = JsonMapper.shared().valueToTree(new Yaml().load(in));
            Map<String, String> doors = new TreeMap<>();
            for (var path : document.get("paths").properties()) {
                for (var door : path.getValue().properties()) {
                    JsonNode security = door.getValue().path("security");
                    JsonNode wanted = security.isMissingNode() ? document.get("security") : security;
                    String method = door.getKey().toUpperCase(Locale.ROOT);
                    if (wanted.isEmpty()) {
                        doors.put(method + " " + path.getKey(), OPEN);
                        continue;
                    }
                    JsonNode scopes = wanted.get(0).get("token");
                    doors.put(
                            method + " " + path.getKey(),
                            scopes.isEmpty() ? "" : scopes.get(0).asString());
                }
            }
            return doors;
        }
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping ->
                        Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatternValues().stream()
                                .filter(path -> path.startsWith("/api/v1/"))
                                .forEach(path -> mapping.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method -> routes.add(method + " " + path))));
        return routes;
    }

    @Test
    void the_document_names_every_door_and_no_other() throws IOException {
        assertThat(routes())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(documented().keySet());
        Program.Answer document = stranger().get("/api/openapi.yaml");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Content-Type")).startsWith("application/yaml");
        assertThat(document.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void every_door_wants_a_token_and_its_scope() throws IOException {
        String agent = "ada@desk.example";
        Map<String, String> doors = documented();
        doors.values().removeIf(OPEN::equals);
        for (var door : doors.entrySet()) {
            String method = door.getKey().split(" ", -1)[0];
            String path = door.getKey().split(" ", -1)[1].replace("{number}", "SUP-1001");
            assertThat(stranger().send(method, path, "", Map.of()).status()).isEqualTo(401);
            for (String way : method.equals("GET") ? List.of("GET", "HEAD") : List.of(method)) {
                String[] others = SCOPES.stream()
                        .filter(scope -> !scope.equals(door.getValue()))
                        .toArray(String[]::new);
                Program.Answer answer = program(agent, others).send(way, path, "", Map.of());
                assertThat(answer.status())
                        .as(door + " by " + way)
                        .isEqualTo(door.getValue().isEmpty() ? 200 : 403);
                if (way.equals(method) && !door.getValue().isEmpty()) {
                    assertThat(answer.problem()).isEqualTo("scope");
                    assertThat(answer.json().get("scope").asString()).isEqualTo(door.getValue());
                    assertThat(answer.header("WWW-Authenticate")).contains("scope=\"" + door.getValue() + "\"");
                }
            }
        }
    }

    @Test
    void a_partners_program_reads_what_was_filed_for_others_only_while_they_agree() {
        EndCustomers customers = new EndCustomers(port, database);
        String contact = "kim@programmed.example";
        String page = customers.filed(
                as("lena@maplework.example"),
                customers.form("Boards stay empty", "Programmed", contact, "PARTNER_ONLY"));
        String ticket = TICKETS + page.substring("/tickets".length());
        EndCustomers.reply(as("ada@desk.example"), page, "Empty the cache.");
        Program lena = customer("lena@maplework.example");
        assertThat(readBy(lena, ticket)).containsExactly(404, 404, 404);
        assertThat(lena.post(ticket + "/replies", "{\"text\": \"More of ours\"}")
                        .status())
                .as("one's own words can be added to, as on the page")
                .isEqualTo(201);

        Visitor kim = customers.joined(contact, "Programmed Ltd");
        customers.says(kim, contact, "agreement");
        assertThat(readBy(lena, ticket)).containsExactly(200, 200, 200);
        assertThat(lena.get(ticket).body()).contains("Empty the cache.", "More of ours");
        assertThat(readBy(customer("robin@pinecrest.example"), ticket)).containsExactly(404, 404, 404);

        customers.says(kim, contact, "revocation");
        assertThat(readBy(lena, ticket)).containsExactly(404, 404, 404);
        assertThat(lena.post(ticket + "/replies", "{\"text\": \"Too late\"}").status())
                .isEqualTo(409);
    }

    /** What the three doors that read say of a ticket; of the list, whether it is there. */
    private static List<Integer> readBy(Program program, String ticket) {
        String number = ticket.substring(ticket.lastIndexOf('/') + 1);
        int listed = program.get(TICKETS + "?show=all&limit=100").body().contains(number) ? 200 : 404;
        return List.of(
                listed,
                program.get(ticket).status(),
                program.get(ticket + "/promises").status());
    }

    @Test
    void a_list_is_read_page_by_page_each_ticket_once() {
        Program ada = program("ada@desk.example", "tickets:read");
        List<String> numbers = new ArrayList<>();
        String next = TICKETS + "?limit=7&show=all";
        int pages = 0;
        while (!next.isEmpty()) {
            Program.Answer page = ada.get(next);
            page.json()
                    .get("tickets")
                    .forEach(line -> numbers.add(line.get("number").asString()));
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(link.indexOf("/api/"), link.indexOf('>'));
            assertThat(link.isEmpty() || link.endsWith(">; rel=\"next\"")).isTrue();
            pages++;
        }
        assertThat(numbers).hasSize((int) count("ticket")).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo((numbers.size() + 6) / 7);
        long open = database.sql("select count(*) from ticket where queue_band is not null")
                .query(Long.class)
                .single();
        // the walks share a desk: others may have raised more than a page holds
        assertThat(ada.get(TICKETS + "?limit=100").json().get("tickets").size()).isEqualTo((int) Math.min(open, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=100000",
                "limit=-1",
                "limit=NaN",
                "limit=1000000000000000000",
                "limit=",
                "limit=1&limit=2",
                "limit=1.5",
                "limit=%2b5",
                "cursor=x",
                "cursor=-1",
                "cursor=1000000000000000000",
                "cursor=1'--",
                "cursor=40",
                "sort=dueAt",
                "show=mine",
                "show=OPEN"
            })
    void what_is_no_page_is_said_to_be_none(String query) {
        Program.Answer answer =
                program("marta@nordlicht.example", "tickets:read").get(TICKETS + "?" + query.replace("'", "%27"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("parameter");
    }

    @Test
    void a_cursor_is_the_desks_own_and_its_readers_alone() {
        String link = program("ada@desk.example", "tickets:read")
                .get(TICKETS + "?limit=7")
                .header("Link");
        String cursor = link.substring(link.indexOf("cursor=") + "cursor=".length(), link.indexOf('>'));
        String forged = cursor.substring(0, 9) + (cursor.charAt(9) == 'A' ? 'B' : 'A') + cursor.substring(10);
        Program ada = program("ada@desk.example", "tickets:read");
        assertThat(ada.get(TICKETS + "?cursor=" + cursor).status()).isEqualTo(200);
        for (String refused : List.of(forged, "A".repeat(32), cursor + "A", cursor.substring(1))) {
            Program.Answer answer = ada.get(TICKETS + "?cursor=" + refused);
            assertThat(answer.status()).as(refused).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("parameter");
        }
        assertThat(program("marta@nordlicht.example", "tickets:read")
                        .get(TICKETS + "?cursor=" + cursor)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_ticket_of_others_is_a_ticket_that_is_not_there() {
        Program avery = customer("avery@kestrel.example");
        String ticket = raised(avery, "kestrel-canary");
        assertThat(avery.get(ticket).body()).contains("kestrel-canary", "Kestrel Analytics");
        Program ada = program("ada@desk.example", "tickets:read", "tickets:write");
        assertThat(ada.get(ticket).body()).contains("kestrel-canary");
        for (String email : List.of("sam@kestrel.example", "edith@brightwater.example", "lena@maplework.example")) {
            Program other = customer(email);
            for (String door : List.of("", "/promises")) {
                Program.Answer hidden = other.get(ticket + door);
                assertThat(hidden.status()).isEqualTo(404);
                assertThat(hidden.problem()).isEqualTo("not-found");
                assertThat(hidden.body())
                        .isEqualTo(other.get(TICKETS + "/SUP-999999" + door).body())
                        .isEqualTo(other.get(TICKETS + "/nonsense" + door).body());
            }
            Program.Answer reply = other.post(ticket + "/replies", "{\"text\": \"let me in\"}");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body())
                    .isEqualTo(other.post(TICKETS + "/SUP-999999/replies", "{\"text\": \"let me in\"}")
                            .body());
            String list = other.get(TICKETS + "?show=all&limit=100").body();
            assertThat(list).doesNotContain("kestrel-canary");
            assertThat(list.contains("Kestrel Analytics") && !email.endsWith("@kestrel.example"))
                    .isFalse();
        }
        assertThat(ada.get(ticket).body()).doesNotContain("let me in");
    }

    @Test
    void notes_are_for_the_desk_and_for_tokens_that_may_read_them() {
        Program marta = customer("marta@nordlicht.example");
        String ticket = raised(marta, "a-question");
        Visitor ada = as("ada@desk.example");
        String page = ticket.replace("/api/v1", "");
        ada.get(page);
        ada.post(
                page + "/notes",
                Map.of("text", "note-canary", "nonce", UUID.randomUUID().toString()));
        ada.get(page);
        ada.post(page + "/assignment", Map.of("to", "me"));
        List<Program> without = List.of(
                marta,
                program("jonas@nordlicht.example", "tickets:read"),
                program("ada@desk.example", "tickets:read", "tickets:write"));
        for (Program program : without) {
            for (String path : List.of(ticket, ticket + "/promises", TICKETS, TICKETS + "?show=all")) {
                Program.Answer answer = program.get(path);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).doesNotContain("note-canary", "\"internal\":true");
            }
        }
        assertThat(marta.get(ticket).header("ETag"))
                .as("it would count the notes")
                .isEmpty();
        String all = program("ada@desk.example", "tickets:read", "notes:read")
                .get(ticket)
                .body();
        assertThat(all).contains("note-canary", "\"internal\":true");
        database.sql("update api_token set scopes = scopes || '{notes:read}' where person_id = "
                        + "(select id from person where email = 'marta@nordlicht.example')")
                .update();
        assertThat(marta.get(ticket).body())
                .as("a scope never gives more than the role")
                .doesNotContain("note-canary");
    }

    @Test
    void receipts_add_up_to_the_promise() {
        Program ada = program("ada@desk.example", "tickets:read");
        List<String> numbers = StreamSupport.stream(
                        ada.get(TICKETS + "?show=all&limit=100")
                                .json()
                                .get("tickets")
                                .spliterator(),
                        false)
                .map(line -> line.get("number").asString())
                .toList();
        int promises = 0;
        for (String number : numbers) {
            JsonNode found =
                    ada.get(TICKETS + "/" + number + "/promises").json().get("promises");
            for (JsonNode promise : found) {
                long sum = 0;
                for (JsonNode line : promise.get("receipt")) {
                    sum += line.path("countedSeconds").asLong(0);
                }
                assertThat(sum)
                        .as(number)
                        .isEqualTo(promise.get("promisedSeconds").asLong());
                assertThat(promise.get("dueAt").asString()).endsWith("Z");
                assertThat(promise.get("policyVersion").asInt()).isEqualTo(1);
                promises++;
            }
        }
        assertThat(promises).isGreaterThan(20);
    }

    @Test
    void a_program_raises_a_ticket_and_sets_nothing_that_is_not_its_to_set() {
        Program marta = customer("marta@nordlicht.example");
        String body = ticket("mass-assignment").replaceFirst("\\{", """
                {"dueAt": "2099-01-01T00:00:00Z", "requester": "Edith", "createdBy": 1, "organisation": "Kestrel Analytics",
                 "role": "ADMIN", "status": "CLOSED", "lane": "FAST_LANE", "number": "SUP-1", "nonce": "x",
                 "raisedAt": "2001-01-01T00:00:00Z",
                """);
        Program.Answer answer = marta.post(TICKETS, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String location = answer.header("Location");
        assertThat(location).startsWith("http://localhost:8080" + TICKETS + "/SUP-");
        JsonNode ticket =
                marta.get(location.substring(location.indexOf("/api/"))).json();
        assertThat(ticket.get("requester").asString()).startsWith("Marta");
        assertThat(ticket.get("organisation").asString()).isEqualTo("Nordlicht Pumps");
        assertThat(ticket.get("status").asString()).isEqualTo("NEW");
        assertThat(ticket.get("lane").asString()).isEqualTo("STANDARD");
        assertThat(ticket.get("raisedAt").asString()).isEqualTo(clock.instant().toString());
        assertThat(ticket.get("conversation").get(0).get("text").asString()).isEqualTo("mass-assignment");
        JsonNode promise = marta.get(location.substring(location.indexOf("/api/")) + "/promises")
                .json()
                .get("promises")
                .get(0);
        assertThat(promise.get("dueAt").asString()).startsWith("2035-06-");
        assertThat(new Letterbox(database).newest("marta@nordlicht.example")).contains("mass-assignment");
    }

    @Test
    void the_same_request_twice_is_done_once() {
        Program marta = customer("marta@nordlicht.example");
        Map<String, String> key = Map.of("Idempotency-Key", "key-of-the-first");
        Program.Answer first = marta.post(TICKETS, ticket("once"), key);
        Program.Answer second = marta.post(TICKETS, ticket("once"), key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        Program.Answer other = marta.post(TICKETS, ticket("twice"), key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("idempotency-key-used");
        assertThat(marta.post(TICKETS + "/SUP-1001/replies", ticket("once"), key)
                        .status())
                .isEqualTo(409);
        assertThat(customer("edith@brightwater.example")
                        .post(TICKETS, ticket("hers"), key)
                        .status())
                .as("keys of others are theirs")
                .isEqualTo(201);
        clock.advance(Duration.ofHours(25));
        assertThat(marta.post(TICKETS, ticket("twice"), key).body()).isNotEqualTo(first.body());
        assertThat(tickets("once")).isEqualTo(1);
        assertThat(tickets("twice")).isEqualTo(1);
    }

    private long tickets(String summary) {
        return database.sql("select count(*) from ticket where summary = :summary")
                .param("summary", summary)
                .query(Long.class)
                .single();
    }

    @Test
    void of_many_at_once_one_is_done_and_all_get_its_answer() throws Exception {
        Program marta = customer("marta@nordlicht.example");
        Map<String, String> key = Map.of("Idempotency-Key", "key-of-them-all");
        String body = ticket("at-once");
        try (ExecutorService many = Executors.newFixedThreadPool(6)) {
            Callable<Program.Answer> send = () -> marta.post(TICKETS, body, key);
            List<Program.Answer> answers = many.invokeAll(Collections.nCopies(6, send)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).allMatch(answer -> answer.status() == 201);
            assertThat(answers.stream().map(Program.Answer::body).distinct()).hasSize(1);
        }
        assertThat(tickets("at-once")).isEqualTo(1);
    }

    @Test
    void a_request_that_failed_can_be_mended_and_sent_with_the_same_key() {
        Program marta = customer("marta@nordlicht.example");
        Map<String, String> key = Map.of("Idempotency-Key", "key-to-be-mended");
        assertThat(marta.post(TICKETS, "{}", key).status()).isEqualTo(422);
        assertThat(marta.post(TICKETS, ticket("mended"), key).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "quoted\"quoted\""})
    void a_key_is_needed(String key) {
        Program marta = customer("marta@nordlicht.example");
        Program.Answer answer = marta.post(TICKETS, ticket("no-key"), Map.of("Idempotency-Key", key));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("idempotency-key");
        Map<String, String> json = Map.of("Content-Type", "application/json");
        assertThat(marta.send("POST", TICKETS, ticket("no-key"), json).problem())
                .isEqualTo("idempotency-key");
        assertThat(tickets("no-key")).isZero();
    }

    @Test
    void every_field_that_is_wrong_is_named() {
        Program marta = customer("marta@nordlicht.example");
        Program.Answer answer = marta.post(TICKETS, """
                {"type": "BUG_REPORT", "app": "nothing", "appVersion": "%s", "summary": " ", "description": "a\\u0000b"}
                """.formatted("1".repeat(201)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("fields");
        List<String> fields = new ArrayList<>();
        answer.json()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asString()));
        assertThat(fields).containsExactly("app", "appVersion", "description", "severity", "summary");
    }

    @Test
    void only_customers_raise_tickets_and_light_agents_do_not_answer() {
        Program ada = program("ada@desk.example", "tickets:write");
        assertThat(ada.post(TICKETS, ticket("by-the-desk")).problem()).isEqualTo("role");
        Program linus = program("linus@desk.example", "tickets:write");
        Program.Answer answer = linus.post(TICKETS + "/SUP-1001/replies", "{\"text\": \"hello\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("role");
    }

    @Test
    void customer_and_agent_talk_and_the_promise_is_kept() {
        Program marta = customer("marta@nordlicht.example");
        String ticket = raised(marta, "a-talk");
        Program ada = program("ada@desk.example", "tickets:read", "tickets:write");
        String reply = "{\"text\": \"We look into it\", \"status\": \"OPEN\"}";
        assertThat(ada.post(ticket + "/replies", reply).problem()).isEqualTo("if-match");
        Map<String, String> seen = Map.of("If-Match", ada.get(ticket).header("ETag"));
        assertThat(marta.post(ticket + "/replies", "{\"text\": \"And another thing\"}")
                        .status())
                .isEqualTo(201);
        Program.Answer stale = ada.post(ticket + "/replies", reply, seen);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("stale");
        assertThat(ada.post(ticket + "/replies", reply, Map.of("If-Match", "*")).status())
                .isEqualTo(412);
        Map<String, String> now =
                Map.of("If-Match", ada.get(ticket).header("ETag"), "Idempotency-Key", "answer-of-ada");
        assertThat(ada.post(ticket + "/replies", reply, now).status()).isEqualTo(201);
        assertThat(ada.post(ticket + "/replies", reply, now).status())
                .as("sent again")
                .isEqualTo(201);
        JsonNode after = marta.get(ticket).json();
        assertThat(after.get("status").asString()).isEqualTo("OPEN");
        assertThat(after.get("conversation").size()).isEqualTo(3);
        assertThat(after.get("conversation").get(2).get("desk").asBoolean()).isTrue();
        JsonNode promise =
                marta.get(ticket + "/promises").json().get("promises").get(0);
        assertThat(promise.get("verdict").asString()).isEqualTo("KEPT");
        String forbidden = "{\"text\": \"Done\", \"status\": \"SHIPPED\"}";
        Program.Answer refused = ada.post(
                ticket + "/replies",
                forbidden,
                Map.of("If-Match", ada.get(ticket).header("ETag")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("ticket-state");
        assertThat(refused.json().get("reason").asString()).isEqualTo("NO_SUCH_STEP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                                     | 400",
                "null                                   | 400",
                "[]                                     | 400",
                "\"text\"                               | 400",
                "{\"text\": \"a\"} {}                   | 400",
                "{\"text\": \"a\", \"text\": \"b\"}     | 400",
                "{\"text\": {\"a\": 1}}                 | 400",
                "{\"text\": \"a\", \"status\": 3}       | 400",
                "{\"text\": \"a\", \"status\": \"X\"}   | 400",
                "{\"text\": NaN}                        | 400",
                "{\"text\": \"\\ud800\"}                | 422",
                "{\"text\": \"\\u0000\"}                | 422",
                "{\"text\": null}                       | 422",
                "{}                                     | 422"
            })
    void what_is_no_reply_is_refused(String body, int status) {
        Program marta = customer("marta@nordlicht.example");
        Program.Answer answer = marta.post(raised(marta, "strange") + "/replies", body == null ? "" : body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(status == 400 ? "body" : "fields");
    }

    @Test
    void deep_and_large_bodies_are_refused() {
        Program marta = customer("marta@nordlicht.example");
        String deep = "{\"x\": " + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(marta.post(TICKETS, deep).problem()).isEqualTo("body");
        Program.Answer large = marta.post(TICKETS, "{\"summary\": \"" + "x".repeat(500_000) + "\"}");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.problem()).isEqualTo("too-large");
        assertThat(marta.post(TICKETS, ticket("x".repeat(201))).status()).isEqualTo(422);
    }

    @Test
    void strange_requests_get_problems_and_never_a_failure() {
        Program marta = customer("marta@nordlicht.example");
        assertThat(marta.send("DELETE", TICKETS, "", Map.of()).problem()).isEqualTo("method");
        assertThat(marta.send("DELETE", TICKETS, "", Map.of()).header("Allow")).contains("GET", "POST");
        Map<String, String> text = Map.of("Content-Type", "text/plain", "Idempotency-Key", "key-of-text");
        Program.Answer plain = marta.send("POST", TICKETS, "words", text);
        assertThat(plain.status()).isEqualTo(415);
        assertThat(plain.problem()).isEqualTo("content-type");
        assertThat(marta.send("POST", TICKETS, "a=b", Map.of("Content-Type", "nonsense"))
                        .status())
                .isBetween(400, 499);
        Program.Answer html = marta.send("GET", TICKETS, "", Map.of("Accept", "text/html"));
        assertThat(html.status()).isEqualTo(406);
        assertThat(html.problem()).isEqualTo("accept");
        assertThat(marta.get("/api/v1/nowhere").problem()).isEqualTo("not-found");
        assertThat(marta.get("/api/v2/tickets").problem()).isEqualTo("not-found");
        assertThat(marta.get("/api/v1/tickets/SUP-1%2f..%2fx").status()).isEqualTo(400);
        Collection<String> lines = Stream.of(
                        "FOO /api/v1/tickets",
                        "TRACE /api/v1/tickets",
                        "GET /api/v1/tickets?limit=%ZZ",
                        "GET /api/v1/tickets;a=b",
                        "GET /api/v1/tickets/%00",
                        "GET /api//v1/tickets")
                .toList();
        for (String line : lines) {
            assertThat(marta.raw(line)).as(line.substring(0, 12)).startsWith("HTTP/1.1 4");
        }
        assertThat(marta.raw("GET /api/v1/tickets?limit=%ZZ")).contains("/api/problems/bad-request");
    }

    @Test
    void what_is_not_covered_is_refused_with_its_findings_and_sent_with_an_objection() {
        Program marta = program("marta@nordlicht.example", "tickets:write", "tickets:read");
        String ticket = """
                {"type": "SUPPORT_REQUEST", "severity": "LEVEL_2", "app": "courier", "appVersion": "3.2",
                 "hosting": "DATA_CENTER", "host": "jira", "hostVersion": "10.3.1", "summary": "Not covered",
                 "description": "words"%s}""";
        Map<String, String> first = Map.of("Idempotency-Key", "coverage-first-1");
        Program.Answer refused = marta.post(TICKETS, ticket.formatted(""), first);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("not-covered");
        assertThat(refused.json().get("findings").get(0).get("rule").asString()).isEqualTo("LICENCE_EXPIRED");
        assertThat(refused.json().get("findings").get(0).get("detail").asString())
                .contains("SEN-20003 ended on");
        Map<String, String> second = Map.of("Idempotency-Key", "coverage-second-2");
        Program.Answer sent = marta.post(TICKETS, ticket.formatted(", \"objection\": \"Renewed yesterday\""), second);
        assertThat(sent.status()).isEqualTo(201);
        String number = sent.json().get("number").asString();
        assertThat(marta.get(TICKETS + "/" + number + "/promises")
                        .json()
                        .get("promises")
                        .isEmpty())
                .isTrue();
        assertThat(as("marta@nordlicht.example").get("/tickets/" + number).body())
                .contains("Renewed yesterday");
    }

    @Test
    void a_hosting_or_host_product_that_is_none_is_said_beside_its_field() {
        Program marta = program("marta@nordlicht.example", "tickets:write");
        Program.Answer wrong = marta.post(TICKETS, """
                {"type": "SUPPORT_REQUEST", "severity": "LEVEL_2", "app": "signpost", "hosting": "MOON", "host": "x\\u0000",
                 "summary": "s", "description": "d"}""", Map.of("Idempotency-Key", "coverage-third-3"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("CLOUD, DATA_CENTER or SERVER").contains("no host product with this key");
    }

    @Test
    void a_program_that_tries_licences_is_promised_nothing() {
        database.sql("delete from bucket").update();
        Program marta = program("marta@nordlicht.example", "tickets:read", "tickets:write");
        String guess = """
                {"type": "BUG_REPORT", "severity": "LEVEL_3", "app": "signpost", "summary": "A guess",
                 "description": "words", "licence": "SEN-9100%d"}""";
        for (int i = 0; i < 20; i++) {
            assertThat(marta.post("/api/v1/tickets", guess.formatted(i)).problem())
                    .isEqualTo("not-covered");
        }
        Program.Answer refused = marta.post("/api/v1/tickets", guess.formatted(20));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("\"licence\"", "Too many licence numbers were tried");
    }
}
