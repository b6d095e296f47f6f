package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.CodeApp;
import support.testing.SettableClock;
import support.testing.TestTime;

/** Opening accounts, signing in, and changing how one does; and those who try to do it as somebody else. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class AccountsTest {
    private static final String GOOD = "lantern gravel otter mosaic";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Autowired
    @Qualifier("sealingStart")
    ApplicationRunner sealing;

    @AfterEach
    void letTheLimitsGo() {
        database.sql("delete from bucket").update();
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    private Visitor as(String email) {
        return visitor().signedIn(email);
    }

    private Letterbox letters() {
        return new Letterbox(database);
    }

    private String asked(String page, String address) {
        Visitor visitor = visitor();
        visitor.get(page);
        Visitor.Page answer = visitor.post(page, Map.of("email", address));
        assertThat(answer.location()).isEqualTo(page + "?sent");
        return letters().link(address);
    }

    private Visitor registered(String address) {
        String link = asked("/register", address);
        Visitor visitor = visitor();
        visitor.get(link);
        Visitor.Page in = visitor.post(link, Map.of("name", "Nora Quist", "company", "Quist & Sons", "password", GOOD));
        assertThat(in.location()).isEqualTo("/");
        return visitor;
    }

    @Test
    void a_customer_registers_and_is_in() {
        Visitor nora = registered("nora@quist.example");
        assertThat(nora.get("/tickets").status()).isEqualTo(200);
        Visitor again = visitor();
        again.get("/sign-in");
        assertThat(again.post("/sign-in", Map.of("email", "NORA@quist.example", "password", GOOD))
                        .location())
                .isEqualTo("/");
    }

    @Test
    void a_link_works_once_for_its_time_and_only_the_newest() {
        String first = asked("/password", "marta@nordlicht.example");
        String second = asked("/password", "marta@nordlicht.example");
        assertThat(visitor().get(first).status()).isEqualTo(410);
        Visitor marta = visitor();
        assertThat(marta.get(second).status()).isEqualTo(200);
        assertThat(marta.post(second, Map.of("password", GOOD)).location()).isEqualTo("/sign-in?changed");
        assertThat(marta.post(second, Map.of("password", GOOD + "!")).status()).isEqualTo(410);
        String third = asked("/password", "marta@nordlicht.example");
        clock.advance(Duration.ofMinutes(31));
        assertThat(visitor().get(third).status()).isEqualTo(410);
        database.sql(
                        "update person set password = (select password from person where email = 'jonas@nordlicht.example')"
                                + " where email = 'marta@nordlicht.example'")
                .update();
    }

    @Test
    void a_link_is_for_one_thing_and_for_whom_it_was_sent_to() {
        String secret = asked("/sign-in/link", "jonas@nordlicht.example").replace("/sign-in/link/", "");
        for (String page :
                List.of("/password/", "/register/", "/address/", "/recovery/", "/invitation/", "/first-run/")) {
            assertThat(visitor().get(page + secret).status()).as(page).isEqualTo(410);
        }
        // somebody else who follows it becomes nobody but whom it was sent to
        Visitor pia = as("pia@nordlicht.example");
        pia.get("/sign-in/link/" + secret);
        pia.post("/sign-in/link/" + secret, Map.of("email", "ada@desk.example", "person", "1"));
        assertThat(pia.get("/account").body())
                .contains("jonas@nordlicht.example")
                .doesNotContain("pia@nordlicht.example");
    }

    @Test
    void a_new_password_ends_all_sessions_and_tells_the_owner() {
        Visitor asha = as("asha@himal.example");
        String link = asked("/password", "asha@himal.example");
        Visitor other = visitor();
        other.get(link);
        other.post(link, Map.of("password", GOOD));
        assertThat(asha.get("/tickets").location()).startsWith("/sign-in");
        assertThat(letters().newest("asha@himal.example")).startsWith("Your password has changed");
    }

    @ParameterizedTest
    @CsvSource({"/register", "/password", "/sign-in/link"})
    void nobody_learns_who_has_an_account(String page) {
        Visitor.Page known = ask(page, "edith@brightwater.example");
        Visitor.Page unknown = ask(page, "nobody-at-all@nowhere.example");
        assertThat(known).isEqualTo(unknown);
    }

    private Visitor.Page ask(String page, String address) {
        Visitor visitor = visitor();
        visitor.get(page);
        return visitor.post(page, Map.of("email", address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no address",
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example, c@d.example",
                "a@@b.example",
                "a@b..example"
            })
    void what_is_no_address_gets_no_letter(String address) {
        Visitor.Page answer = ask("/register", address);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Enter a mail address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short               | at least 12",
                "passwordpassword    | attackers try first",
                "qwertyuiopasdf      | attackers try first",
                "123456789012        | attackers try first",
                "blacksonblon        | attackers try first",
                "6215Mila6215        | attackers try first",
                "frail lamps ltd     | attackers try first"
            })
    void weak_passwords_are_refused_and_not_sent_back(String password, String why) {
        String link = asked("/register", "weak@frail.example");
        Visitor visitor = visitor();
        visitor.get(link);
        Visitor.Page answer =
                visitor.post(link, Map.of("name", "Nora", "company", "Frail Lamps Ltd", "password", password));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(why).doesNotContain("value=\"" + password);
        database.sql("delete from bucket").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada@desk.example", "Ad\u0430 Brook", "Two\nLines", "turned\u202Eround"})
    void names_that_could_deceive_are_refused(String name) {
        String link = asked("/register", "names@deceit.example");
        Visitor visitor = visitor();
        visitor.get(link);
        Visitor.Page answer = visitor.post(link, Map.of("name", name, "company", "Deceit", "password", GOOD));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("of one alphabet");
        database.sql("delete from bucket").update();
    }

    /** Else an address whose letters a database takes for those of another would get that one's links. */
    @ParameterizedTest
    @ValueSource(strings = {"EDITH@Brightwater.example", "sam@\u212Aestrel.example"})
    void a_link_goes_to_the_address_that_the_desk_knows_and_not_to_what_was_typed(String typed) {
        ask("/password", typed);
        assertThat(database.sql("select count(*) from letter where recipient = :typed")
                        .param("typed", typed)
                        .query(Long.class)
                        .single())
                .isZero();
        String known = typed.toLowerCase(Locale.ROOT);
        assertThat(letters().newest(known)).contains("/password/");
    }

    @Test
    void letters_to_strangers_are_few() {
        ask("/register", "flooded@victim.example");
        ask("/register", "flooded@victim.example");
        assertThat(letters().texts("flooded@victim.example")).hasSize(1);
        IntStream.range(0, 12).forEach(i -> ask("/register", "victim" + i + "@victim.example"));
        assertThat(ask("/register", "last@victim.example").status()).isEqualTo(422);
    }

    @Test
    void a_link_signs_a_customer_in_but_nobody_of_the_desk() {
        String link = asked("/sign-in/link", "avery@kestrel.example");
        Visitor avery = visitor();
        assertThat(avery.get(link).body()).contains("avery@kestrel.example");
        assertThat(avery.get("/tickets").location())
                .as("looking is not signing in")
                .startsWith("/sign-in");
        avery.get(link);
        assertThat(avery.post(link, Map.of()).location()).isEqualTo("/");
        assertThat(avery.get("/tickets").status()).isEqualTo(200);
        asked("/sign-in/link", "ada@desk.example");
        assertThat(letters().newest("ada@desk.example"))
                .contains("do not sign in by a link")
                .doesNotContain("/sign-in/link");
    }

    @Test
    void wrong_passwords_slow_down_whoever_tries_but_lock_nobody_out() {
        for (int i = 0; i < 5; i++) {
            assertThat(tried("bishal@himal.example", "wrong").location()).isEqualTo("/sign-in?error=");
        }
        assertThat(tried("bishal@himal.example", "promises-hold").location()).startsWith("/sign-in?later=");
        clock.advance(Duration.ofMinutes(5));
        assertThat(tried("bishal@himal.example", "promises-hold").location()).isEqualTo("/");
    }

    @Test
    void whose_password_is_guessed_from_many_networks_is_told_once_and_gets_in_by_a_link() {
        for (int i = 0; i < 25; i++) {
            tried("pia@nordlicht.example", "wrong");
            database.sql("delete from bucket where id not like 'PASSWORD:%' and id not like 'WARNINGS:%'")
                    .update();
        }
        assertThat(letters().texts("pia@nordlicht.example").stream()
                        .filter(letter -> letter.startsWith("Somebody tries to sign in as you")))
                .hasSize(1);
        assertThat(tried("pia@nordlicht.example", "promises-hold").location()).startsWith("/sign-in?later=");
        String link = asked("/sign-in/link", "pia@nordlicht.example");
        Visitor pia = visitor();
        pia.get(link);
        assertThat(pia.post(link, Map.of()).location()).isEqualTo("/");
    }

    @Test
    void no_secret_stands_in_the_log(CapturedOutput log) {
        String link = asked("/password", "robin@pinecrest.example");
        visitor().get(link);
        tried("robin@pinecrest.example", "canary-password-4711");
        tried("canary@log.example\r\n2035 ERROR forged \u001B[31m", "canary-password-4712");
        Visitor robin = as("robin@pinecrest.example");
        robin.get("/outbox/%0d%0aforged");
        robin.get("/outbox/%1b%5B31mforged");
        robin.get("/outbox?x=%0d%0aforged");
        assertThat(log.getAll())
                .contains("GET /outbox/%1b%5B31mforged")
                .doesNotContain("canary-password", link.substring("/password/".length()), "\u001B[31mforged")
                .doesNotContainPattern("(?m)^(forged|2035 ERROR forged)");
    }

    @ParameterizedTest
    @MethodSource("noAddresses")
    void whatever_is_typed_in_place_of_an_address_is_nobodys(String address) {
        assertThat(tried(address, "wrong").location()).isEqualTo("/sign-in?error=");
    }

    static Stream<String> noAddresses() {
        return Stream.of(" ", "a\0b@desk.example", "x".repeat(100_000), "ada@desk.example\r\nBcc: x@y.example");
    }

    @Test
    void one_password_for_many_accounts_is_slowed_down() {
        database.sql("delete from bucket").update();
        long before = strangersWrittenDown();
        IntStream.range(0, 20).forEach(i -> tried("nobody" + i + "@nowhere.example", "wrong"));
        assertThat(strangersWrittenDown() - before)
                .as("once an hour for each network")
                .isEqualTo(1);
        assertThat(tried("sam@kestrel.example", "promises-hold").location()).startsWith("/sign-in?later=");
    }

    private long strangersWrittenDown() {
        return database.sql("select count(*) from audit_entry where deed = 'SIGN_IN_REFUSED' and subject = 'stranger'")
                .query(Long.class)
                .single();
    }

    private Visitor.Page tried(String address, String password) {
        Visitor visitor = visitor();
        visitor.get("/sign-in");
        return visitor.post("/sign-in", Map.of("email", address, "password", password));
    }

    @Test
    void a_code_is_asked_once_an_app_is_added_and_works_once() {
        Visitor nora = registered("code@quist.example");
        CodeApp app = added(nora);
        clock.advance(Duration.ofMinutes(1));
        Visitor again = half("code@quist.example");
        assertThat(again.get("/tickets").location()).startsWith("/sign-in/code");
        assertThat(again.get("/").location()).isEqualTo("/sign-in/code");
        again.get("/sign-in/code?next=/tickets");
        assertThat(again.post("/sign-in/code", Map.of("code", "000000")).status())
                .isEqualTo(422);
        String code = code(app);
        assertThat(again.post("/sign-in/code", Map.of("code", code)).location()).isEqualTo("/tickets");
        assertThat(again.get("/tickets").status()).isEqualTo(200);
        Visitor thief = half("code@quist.example");
        thief.get("/sign-in/code");
        assertThat(thief.post("/sign-in/code", Map.of("code", code)).body()).contains("used already");
    }

    private byte[] kept(String address) {
        return database.sql("select secret from code_app c join person p on p.id = c.person_id where p.email = :email")
                .param("email", address)
                .query(byte[].class)
                .single();
    }

    private void keep(String address, byte[] secret) {
        database.sql(
                        "update code_app set secret = :secret where person_id = (select id from person where email = :email)")
                .param("email", address)
                .param("secret", secret)
                .update();
    }

    private Visitor.Page shown(String address, CodeApp app) {
        clock.advance(Duration.ofMinutes(1));
        Visitor visitor = half(address);
        visitor.get("/sign-in/code");
        return visitor.post("/sign-in/code", Map.of("code", code(app)));
    }

    @Test
    void the_secret_of_an_app_is_kept_sealed_also_where_it_was_not_before() {
        String address = "sealed@quist.example";
        CodeApp app = added(registered(address));
        assertThat(new String(kept(address), StandardCharsets.ISO_8859_1))
                .hasSizeGreaterThan(20)
                .doesNotContain(new String(app.secret(), StandardCharsets.ISO_8859_1));
        keep(address, app.secret());
        assertThat(shown(address, app).status()).isEqualTo(302);
        assertThat(kept(address)).hasSizeGreaterThan(20);
        assertThat(shown(address, app).status()).isEqualTo(302);
    }

    @Test
    void what_was_kept_before_there_was_a_key_is_sealed_when_the_desk_starts() throws Exception {
        String address = "unsealed@quist.example";
        CodeApp app = added(registered(address));
        keep(address, app.secret());
        sealing.run(new DefaultApplicationArguments());
        assertThat(kept(address)).hasSizeGreaterThan(20);
        assertThat(shown(address, app).status()).isEqualTo(302);
    }

    @Test
    void a_secret_of_somebody_else_or_of_a_lost_key_opens_nothing() {
        CodeApp mine = added(registered("thief@quist.example"));
        CodeApp owners = added(registered("owner@quist.example"));
        byte[] sealed = kept("owner@quist.example");
        keep("owner@quist.example", kept("thief@quist.example"));
        assertThat(shown("owner@quist.example", mine).status()).isEqualTo(422);
        sealed[1] ^= 1;
        keep("owner@quist.example", sealed);
        assertThat(shown("owner@quist.example", owners).status()).isEqualTo(422);
    }

    @Test
    void of_a_hundred_guesses_at_once_five_are_looked_at() throws Exception {
        CodeApp app = added(registered("guess@quist.example"));
        clock.advance(Duration.ofMinutes(1));
        Visitor thief = half("guess@quist.example");
        thief.get("/sign-in/code");
        try (ExecutorService many = Executors.newFixedThreadPool(20)) {
            List<Callable<String>> guesses = Collections.nCopies(
                    100,
                    () -> thief.post("/sign-in/code", Map.of("code", "123456")).body());
            long looked = many.invokeAll(guesses).stream()
                    .map(Future::resultNow)
                    .filter(body -> body.contains("That code is not right"))
                    .count();
            assertThat(looked).isEqualTo(5);
        }
        assertThat(thief.post("/sign-in/code", Map.of("code", code(app))).body())
                .contains("too many tries");
    }

    @Test
    void a_recovery_code_works_once_and_its_owner_is_told() {
        Visitor nora = registered("recover@quist.example");
        String page = nora.post(
                        "/account/security/code-app", Map.of("code", code(offered(nora, "/account/security/code-app"))))
                .body();
        Matcher shown =
                Pattern.compile("<code>([0-9A-Z]{4}(-[0-9A-Z]{4}){5})</code>").matcher(page);
        assertThat(shown.find()).isTrue();
        String recovery = shown.group(1).toLowerCase(Locale.ROOT);
        Visitor again = half("recover@quist.example");
        again.get("/sign-in/code");
        assertThat(again.post("/sign-in/code", Map.of("recovery", recovery)).location())
                .isEqualTo("/");
        assertThat(letters().newest("recover@quist.example")).startsWith("A recovery code was used");
        Visitor thief = half("recover@quist.example");
        thief.get("/sign-in/code");
        assertThat(thief.post("/sign-in/code", Map.of("recovery", recovery)).status())
                .isEqualTo(422);
    }

    @Test
    void an_app_is_removed_by_its_owner_alone_and_its_owner_is_told() {
        Visitor nora = registered("removed@quist.example");
        added(nora);
        clock.advance(Duration.ofMinutes(16));
        nora.get("/account");
        Visitor.Page asked = nora.post("/account/security/code-app/removal", Map.of());
        assertThat(asked.location()).startsWith("/sign-in/again");
        assertThat(kept("removed@quist.example")).isNotEmpty();
        clock.set(TestTime.MONDAY_AT_TEN);
        nora.get("/account/security");
        assertThat(nora.post("/account/security/code-app/removal", Map.of()).location())
                .isEqualTo("/account/security?done=codeApp");
        assertThat(letters().newest("removed@quist.example")).startsWith("Your app for codes was removed");
    }

    private CodeApp added(Visitor visitor) {
        CodeApp app = offered(visitor, "/account/security/code-app");
        assertThat(visitor.post("/account/security/code-app", Map.of("code", code(app)))
                        .body())
                .contains("Your recovery codes");
        return app;
    }

    /** As somebody types it into an app who reads it on the page. */
    private static CodeApp offered(Visitor visitor, String page) {
        Matcher key = Pattern.compile("qr__key\">([A-Z2-7 ]+)<")
                .matcher(visitor.get(page).body());
        assertThat(key.find()).isTrue();
        return new CodeApp(key.group(1));
    }

    private String code(CodeApp app) {
        return app.code(clock.instant());
    }

    private Visitor half(String address) {
        Visitor visitor = visitor();
        visitor.get("/sign-in");
        assertThat(visitor.post("/sign-in", Map.of("email", address, "password", GOOD))
                        .location())
                .isEqualTo("/");
        return visitor;
    }

    @Test
    void people_of_the_desk_get_nowhere_with_a_password_alone() {
        database.sql(
                        "insert into person (email, name, role, password) select 'newagent@desk.example', 'New Agent', 'AGENT', password"
                                + " from person where email = 'ada@desk.example'")
                .update();
        Visitor agent = as("newagent@desk.example");
        assertThat(agent.get("/queue").location()).startsWith("/sign-in/set-up");
        assertThat(agent.get("/account").location()).startsWith("/sign-in/set-up");
        agent.post("/sign-in/set-up", Map.of("code", code(offered(agent, "/sign-in/set-up"))));
        assertThat(agent.get("/queue").status()).isEqualTo(200);
    }

    @Test
    void what_is_delicate_asks_again_after_a_quarter_of_an_hour() {
        Visitor sam = as("sam@kestrel.example");
        assertThat(sam.get("/account/security").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(16));
        assertThat(sam.get("/tickets").status()).isEqualTo(200);
        assertThat(sam.get("/account/security").location()).isEqualTo("/sign-in/again?next=%2Faccount%2Fsecurity");
        sam.get("/account");
        assertThat(sam.post("/account/security/password", Map.of("password", GOOD))
                        .location())
                .startsWith("/sign-in/again");
        sam.get("/sign-in/again?next=/account/security");
        assertThat(sam.post("/sign-in/again", Map.of("password", "wrong")).status())
                .isEqualTo(422);
        assertThat(sam.post("/sign-in/again", Map.of("password", "promises-hold"))
                        .location())
                .isEqualTo("/account/security");
        assertThat(sam.get("/account/security").status()).isEqualTo(200);
    }

    @Test
    void a_password_is_changed_by_whoever_knows_the_present_one() {
        Visitor nora = registered("change@quist.example");
        nora.get("/account/security");
        String other = "copper thistle violin harbour";
        assertThat(nora.post("/account/security/password", Map.of("current", "wrong", "password", other))
                        .body())
                .contains("present password is not right");
        assertThat(nora.post("/account/security/password", Map.of("current", GOOD, "password", other))
                        .location())
                .isEqualTo("/account/security?done=password");
        assertThat(tried("change@quist.example", other).location()).isEqualTo("/");
    }

    @Test
    void a_session_ends_after_a_week_however_busy_it_is() {
        Visitor edith = as("edith@brightwater.example");
        for (int day = 1; day <= 7; day++) {
            assertThat(edith.get("/tickets").status()).isEqualTo(200);
            clock.advance(Duration.ofDays(1));
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(edith.get("/tickets").location()).startsWith("/sign-in");
    }

    @Test
    void without_a_provider_there_is_no_single_sign_on() {
        Visitor visitor = visitor();
        assertThat(visitor.get("/sign-in/single-sign-on/return?code=x&state=y").status())
                .isEqualTo(404);
        assertThat(visitor.get("/sign-in?sso=AWAY").body())
                .doesNotContain("single-sign-on")
                .doesNotContain("There is a problem");
        assertThat(visitor.post("/sign-in/single-sign-on", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void other_sessions_can_be_seen_and_ended() {
        Visitor here = as("robin@pinecrest.example");
        Visitor there = as("robin@pinecrest.example");
        assertThat(here.get("/account/sessions").body()).contains("This one").contains("End all others");
        here.post("/account/sessions/end-others", Map.of());
        assertThat(there.get("/tickets").location()).startsWith("/sign-in");
        assertThat(here.get("/tickets").status()).isEqualTo(200);
    }

    @Test
    void a_session_that_was_signed_out_opens_nothing_any_more() {
        Visitor edith = as("edith@brightwater.example");
        assertThat(edith.get("/tickets").status()).isEqualTo(200);
        String session = edith.session();
        edith.post("/sign-out", Map.of());
        edith.take(session);
        assertThat(edith.get("/tickets").location()).startsWith("/sign-in");
    }

    @Test
    void signing_in_changes_the_id_of_the_session() {
        Visitor edith = visitor();
        edith.get("/sign-in");
        String before = edith.session();
        assertThat(longestPause(edith)).isEqualTo(Duration.ofHours(1));
        edith.post("/sign-in", Map.of("email", "edith@brightwater.example", "password", "promises-hold"));
        assertThat(edith.session()).isNotEqualTo(before);
        assertThat(longestPause(edith)).isEqualTo(Duration.ofHours(12));
    }

    private Duration longestPause(Visitor visitor) {
        String id = new String(Base64.getDecoder().decode(visitor.session()), StandardCharsets.US_ASCII);
        return Duration.ofSeconds(
                database.sql("select max_inactive_interval from spring_session where session_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single());
    }

    @Test
    void a_new_address_proves_itself_and_the_old_one_is_told() {
        Visitor nora = registered("old@quist.example");
        String before = asked("/password", "old@quist.example");
        nora.get("/account/security");
        nora.post("/account/security/address", Map.of("email", "new@quist.example"));
        String link = letters().link("new@quist.example");
        Visitor follower = visitor();
        follower.get(link);
        follower.post(link, Map.of());
        assertThat(letters().newest("old@quist.example")).contains("new@quist.example");
        assertThat(visitor().get(before).status())
                .as("what was sent before works no more")
                .isEqualTo(410);
        assertThat(nora.get("/tickets").location()).startsWith("/sign-in");
        assertThat(tried("new@quist.example", GOOD).location()).isEqualTo("/");
    }

    @Test
    void people_of_a_mapped_domain_wait_for_approval() {
        database.sql(
                        "insert into mail_domain (domain, organisation_id, needs_approval) select 'nordlicht.example', id, true from organisation where name = 'Nordlicht Pumps'")
                .update();
        String link = asked("/register", "olga@nordlicht.example");
        Visitor olga = visitor();
        assertThat(olga.get(link).body()).doesNotContain("Your company");
        assertThat(olga.post(link, Map.of("name", "Olga", "password", GOOD)).location())
                .isEqualTo("/sign-in?waiting");
        assertThat(tried("olga@nordlicht.example", GOOD).location()).isEqualTo("/sign-in?waiting=");
        assertThat(letters().newest("marta@nordlicht.example")).contains("Olga").contains("olga@nordlicht.example");
    }

    @Test
    void secrets_are_kept_nowhere_in_the_clear() {
        String secret = asked("/password", "pia@nordlicht.example").replace("/password/", "");
        assertThat(database.sql("select count(*) from link where encode(sha256, 'escape') like '%' || :secret || '%'")
                        .param("secret", secret)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql(
                                "select count(*) from audit_entry where details::text like '%' || :secret || '%' or subject like '%' || :secret || '%'")
                        .param("secret", secret)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
