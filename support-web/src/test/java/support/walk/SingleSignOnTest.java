package support.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import support.testing.SettableClock;
import support.testing.TestProvider;
import support.testing.TestProvider.Signature;
import support.testing.TestTime;

/** Signing in through a provider of OpenID Connect, and those who try to get in by it as somebody else. */
@DeskTest
class SingleSignOnTest {
    private static final SettableClock TIME = SettableClock.at(TestTime.MONDAY_AT_TEN);
    private static final TestProvider PROVIDER = TestProvider.start(TIME);
    private static final String SAM = "sam@kestrel.example";
    private static final String RETURN = "/sign-in/single-sign-on/return";
    private static final Pattern THERE = Pattern.compile("id=\"there\"[^>]*href=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("desk.oidc.issuer", PROVIDER::issuer);
        settings.add("desk.oidc.client-id", () -> TestProvider.CLIENT);
        settings.add("desk.oidc.client-secret", () -> TestProvider.SECRET);
        settings.add("desk.oidc.name", () -> "Kestrel ID");
        settings.add("desk.oidc.provision", () -> "true");
        settings.add("desk.oidc.strong-acr", () -> "gold,platinum");
        settings.add("desk.public-url", () -> "http://desk.example");
        // the desk has to start while its provider is away
        PROVIDER.goAway();
    }

    @BeforeEach
    void begin() {
        PROVIDER.behave();
        setTime(TestTime.MONDAY_AT_TEN);
    }

    @AfterEach
    void tidy() {
        database.sql("delete from identity").update();
        database.sql("delete from mail_domain").update();
        database.sql("delete from bucket").update();
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    private void setTime(Instant now) {
        clock.set(now);
        TIME.set(now);
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    /** Presses the button on a page of the desk. */
    private static URI leave(Visitor visitor, String page, String button) {
        visitor.get(page);
        Visitor.Page leaving = visitor.post(button, Map.of());
        Matcher there = THERE.matcher(leaving.body());
        assertThat(there.find()).as(leaving.toString()).isTrue();
        return URI.create(there.group(1).replace("&amp;", "&"));
    }

    private static URI leave(Visitor visitor) {
        return leave(visitor, "/sign-in", "/sign-in/single-sign-on");
    }

    /** Signs in at the provider; the answer is the path that it leads back to. */
    private static String signInThere(URI there, String subject) {
        Visitor atProvider = new Visitor(PROVIDER.port());
        assertThat(atProvider
                        .get(there.getRawPath() + "?" + there.getRawQuery())
                        .status())
                .isEqualTo(200);
        URI back = URI.create(
                atProvider.post("/authorize", Map.of("user", subject)).location());
        assertThat(back.toString()).startsWith("http://desk.example" + RETURN + "?");
        return RETURN + "?" + back.getRawQuery();
    }

    private Visitor.Page comesAs(Visitor visitor, String subject) {
        return visitor.get(signInThere(leave(visitor), subject));
    }

    private void linked(String address, String subject) {
        PROVIDER.add(subject, Map.of());
        database.sql(
                        "insert into identity (issuer, subject, person_id, linked_at) select :issuer, :subject, id, now() from person where email = :address")
                .param("issuer", PROVIDER.issuer())
                .param("subject", subject)
                .param("address", address)
                .update();
    }

    private void mapped(String domain, boolean needsApproval) {
        database.sql(
                        "insert into mail_domain (domain, organisation_id, needs_approval) select :domain, id, :needs from organisation where name = 'Nordlicht Pumps'")
                .param("domain", domain)
                .param("needs", needsApproval)
                .update();
    }

    private long count(String sql, String text) {
        return database.sql(sql).param("text", text).query(Long.class).single();
    }

    private long identities(String subject) {
        return count("select count(*) from identity where subject = :text", subject);
    }

    private String whyRefused() {
        return database.sql(
                        "select details ->> 'why' from audit_entry where deed = 'SIGN_IN_REFUSED' and details ->> 'by' = 'SINGLE_SIGN_ON' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private static void assertOut(Visitor visitor, Visitor.Page answer, String why) {
        assertThat(answer.location()).isEqualTo("/sign-in?sso=" + why);
        assertThat(visitor.get("/tickets").location()).startsWith("/sign-in");
    }

    @Test
    void a_linked_person_signs_in_and_comes_to_the_page_asked_for() {
        linked(SAM, "sam-1");
        Visitor sam = visitor();
        assertThat(sam.get("/tickets?show=DONE").location()).startsWith("/sign-in?next=");
        URI there = leave(sam, "/sign-in?next=%2Ftickets%3Fshow%3DDONE", "/sign-in/single-sign-on");
        assertThat(there.getRawQuery())
                .contains("code_challenge_method=S256", "nonce=", "response_type=code")
                .doesNotContain("prompt=");
        String before = sam.session();
        assertThat(sam.get(signInThere(there, "sam-1")).location()).isEqualTo("/tickets?show=DONE");
        assertThat(sam.session()).isNotEqualTo(before);
        assertThat(sam.get("/tickets?show=DONE").status()).isEqualTo(200);
    }

    @Test
    void a_session_holds_no_token_and_belongs_to_the_person() {
        linked(SAM, "sam-1");
        comesAs(visitor(), "sam-1");
        String person = database.sql("select id::text from person where email = :address")
                .param("address", SAM)
                .query(String.class)
                .single();
        assertThat(count("select count(*) from spring_session where principal_name = :text", person))
                .isPositive();
        for (String trace : List.of("OAuth2", "Oidc", "sam-1", "eyJ")) {
            assertThat(count(
                            "select count(*) from spring_session_attributes where encode(attribute_bytes, 'escape') like '%' || :text || '%' and attribute_name not like '%SignOnAttempt'",
                            trace))
                    .as(trace)
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void the_page_to_go_to_is_one_of_the_desk(String next) {
        linked(SAM, "sam-1");
        Visitor sam = visitor();
        sam.get("/sign-in");
        Matcher there = THERE.matcher(
                sam.post("/sign-in/single-sign-on", Map.of("next", next)).body());
        assertThat(there.find()).isTrue();
        URI away = URI.create(there.group(1).replace("&amp;", "&"));
        assertThat(sam.get(signInThere(away, "sam-1")).location()).isEqualTo("/");
    }

    @Test
    void no_other_site_can_send_somebody_to_the_provider() {
        assertThat(visitor().get("/sign-in/single-sign-on").status()).isIn(404, 405);
        Visitor visitor = visitor();
        visitor.get("/sign-in");
        assertThat(visitor.post("/sign-in/single-sign-on", Map.of("_csrf", "")).body())
                .doesNotContain("id=\"there\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/security/single-sign-on",
                "/account/security/single-sign-on/removal",
                "/sign-in/again/single-sign-on"
            })
    void visitors_have_nothing_to_link_or_to_show_again(String door) {
        Visitor visitor = visitor();
        visitor.get("/sign-in");
        Visitor.Page answer = visitor.post(door, Map.of());
        assertThat(answer.location()).startsWith("/sign-in?next=");
    }

    // ---- who is let in ----

    @Test
    void unknown_people_are_told_alike_whether_their_address_has_an_account() {
        mapped("nordlicht.example", false);
        PROVIDER.add("taken", Map.of("email", "marta@nordlicht.example", "email_verified", true));
        PROVIDER.add("stranger", Map.of("email", "someone@nowhere.example", "email_verified", true));
        PROVIDER.add("unverified", Map.of("email", "new@nordlicht.example", "email_verified", false));
        PROVIDER.add("silent", Map.of("email", "new@nordlicht.example"));
        PROVIDER.add("nobody", Map.of());
        Map<String, String> reasons = Map.of(
                "taken", "address has an account",
                "stranger", "no organisation",
                "unverified", "no verified address",
                "silent", "no verified address",
                "nobody", "no verified address");
        reasons.forEach((subject, reason) -> {
            Visitor visitor = visitor();
            assertOut(visitor, comesAs(visitor, subject), "UNKNOWN");
            assertThat(visitor.get("/sign-in?sso=UNKNOWN").body())
                    .contains("Sign in as you did before, then link it in your account");
            assertThat(whyRefused()).isEqualTo(reason);
            assertThat(identities(subject)).isZero();
        });
        assertThat(count("select count(*) from person where email = :text", "new@nordlicht.example"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"ada@desk.example, true", "ada@desk.example, false", "ADA@desk.example, true", "emil@desk.example, true"
    })
    void the_address_of_an_admin_opens_nothing(String address, boolean verified) {
        mapped("desk.example", false);
        PROVIDER.add("evil", Map.of("email", address, "email_verified", verified, "amr", List.of("mfa")));
        Visitor evil = visitor();
        assertOut(evil, comesAs(evil, "evil"), "UNKNOWN");
        assertThat(identities("evil")).isZero();
    }

    @Test
    void a_verified_address_of_a_mapped_domain_gets_an_account_and_keeps_it() {
        mapped("pumps.example", false);
        PROVIDER.add("olga-1", Map.of("email", "olga@pumps.example", "email_verified", true, "name", "Olga Brandt"));
        Visitor olga = visitor();
        assertThat(comesAs(olga, "olga-1").location()).isEqualTo("/");
        assertThat(olga.get("/tickets").body()).contains("Olga Brandt");
        assertThat(database.sql("select role from person where email = 'olga@pumps.example'")
                        .query(String.class)
                        .single())
                .isEqualTo("CUSTOMER");
        PROVIDER.add("olga-1", Map.of("email", "moved@elsewhere.example", "email_verified", true));
        assertThat(comesAs(visitor(), "olga-1").location())
                .as("by subject, whatever the address")
                .isEqualTo("/");
        assertThat(count(
                        "select count(*) from audit_entry where deed = :text and actor_id = (select id from person where email = 'olga@pumps.example')",
                        "REGISTERED"))
                .isEqualTo(1);
    }

    @Test
    void the_address_is_asked_for_where_the_token_does_not_tell_it() {
        mapped("pumps.example", false);
        PROVIDER.add("ines-1", Map.of("email", "ines@pumps.example", "email_verified", true, "name", "<b>@</b>"));
        PROVIDER.sayLittle();
        Visitor ines = visitor();
        assertThat(comesAs(ines, "ines-1").location()).isEqualTo("/");
        assertThat(ines.get("/account").body()).contains("value=\"ines\"");
    }

    @Test
    void a_domain_that_needs_approval_gets_no_further_until_then() {
        mapped("pumps.example", true);
        PROVIDER.add("piet-1", Map.of("email", "piet@pumps.example", "email_verified", true, "name", "Piet"));
        Visitor piet = visitor();
        assertThat(comesAs(piet, "piet-1").location()).isEqualTo("/sign-in?waiting");
        assertThat(comesAs(piet, "piet-1").location()).isEqualTo("/sign-in?waiting");
        assertThat(piet.get("/tickets").location()).startsWith("/sign-in");
        assertThat(new Letterbox(database).newest("marta@nordlicht.example")).contains("piet@pumps.example");
        database.sql("update person set state = 'ACTIVE' where email = 'piet@pumps.example'")
                .update();
        assertThat(comesAs(piet, "piet-1").location()).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"DEACTIVATED", "ERASED"})
    void who_was_put_out_stays_out(String state) {
        mapped("gone.example", false);
        PROVIDER.add("gone-" + state, Map.of("email", state + "@gone.example", "email_verified", true, "name", "Gone"));
        assertThat(comesAs(visitor(), "gone-" + state).location()).isEqualTo("/");
        database.sql("update person set state = :state where email = :address")
                .param("state", state)
                .param("address", state + "@gone.example")
                .update();
        Visitor gone = visitor();
        assertOut(gone, comesAs(gone, "gone-" + state), "UNKNOWN");
        assertThat(whyRefused()).isEqualTo(state);
    }

    // ---- answers that are not what was asked for ----

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another nonce", claims -> claims.claim("nonce", "another")),
                lie("no nonce", claims -> claims.claim("nonce", null)),
                lie("another issuer", claims -> claims.issuer("https://elsewhere.example")),
                lie("no issuer", claims -> claims.issuer(null)),
                lie("another audience", claims -> claims.audience("another-client")),
                lie("no audience", claims -> claims.audience((String) null)),
                lie("two audiences", claims -> claims.audience(List.of(TestProvider.CLIENT, "another-client"))),
                lie("another party", claims -> claims.claim("azp", "another-client")),
                lie("too old", claims -> claims.issueTime(ago(10)).expirationTime(ago(2))),
                lie("no end", claims -> claims.expirationTime(null)),
                lie("of tomorrow", claims -> claims.issueTime(ago(-1500)).expirationTime(ago(-1505))),
                lie("nobody", claims -> claims.subject(null)));
    }

    private static Date ago(int minutes) {
        return Date.from(TestTime.MONDAY_AT_TEN.minus(Duration.ofMinutes(minutes)));
    }

    private static Arguments lie(String name, Consumer<JWTClaimsSet.Builder> change) {
        return arguments(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void an_id_token_that_is_not_for_this_sign_in_is_refused(String name, Consumer<JWTClaimsSet.Builder> change) {
        linked(SAM, "sam-1");
        PROVIDER.say(change);
        Visitor sam = visitor();
        assertOut(sam, comesAs(sam, "sam-1"), "FAILED");
        assertThat(whyRefused()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(value = Signature.class, names = "RIGHT", mode = EnumSource.Mode.EXCLUDE)
    void an_id_token_that_the_provider_has_not_signed_is_refused(Signature signature) {
        linked(SAM, "sam-1");
        PROVIDER.sign(signature);
        Visitor sam = visitor();
        assertOut(sam, comesAs(sam, "sam-1"), "FAILED");
    }

    @Test
    void new_keys_of_the_provider_are_found() {
        linked(SAM, "sam-1");
        assertThat(comesAs(visitor(), "sam-1").location()).isEqualTo("/");
        PROVIDER.rotateKeys();
        assertThat(comesAs(visitor(), "sam-1").location()).isEqualTo("/");
        PROVIDER.useEllipticKey();
        assertThat(comesAs(visitor(), "sam-1").location()).isEqualTo("/");
    }

    @Test
    void an_answer_works_only_in_the_session_that_asked_and_once() {
        linked(SAM, "sam-1");
        Visitor sam = visitor();
        String back = signInThere(leave(sam), "sam-1");
        assertOut(visitor(), visitor().get(back), "FAILED");
        Visitor other = visitor();
        leave(other);
        assertOut(other, other.get(back), "FAILED");
        Visitor late = visitor();
        URI there = leave(late);
        String state = Pattern.compile("state=([^&]*)")
                .matcher(there.getRawQuery())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertOut(late, late.get(back.replaceAll("state=[^&]*", state)), "FAILED");
        Visitor second = visitor();
        String again = signInThere(leave(second), "sam-1");
        assertThat(second.get(again).location()).isEqualTo("/");
        assertThat(second.get(again).location()).isEqualTo("/sign-in?sso=FAILED");
    }

    @Test
    void an_answer_comes_in_time() {
        linked(SAM, "sam-1");
        Visitor sam = visitor();
        URI there = leave(sam);
        setTime(TestTime.MONDAY_AT_TEN.plus(Duration.ofMinutes(16)));
        assertOut(sam, sam.get(signInThere(there, "sam-1")), "FAILED");
    }

    @ParameterizedTest
    @CsvSource({
        "&iss=[^&]*, &iss=https%3A%2F%2Fevil.example",
        "&iss=[^&]*, ''",
        "code=[^&]*, code=guessed",
        "state=[^&]*, state=",
        "state=[^&]*&, ''",
        "code=[^&]*, error=server_error",
        "code=, code=x&code="
    })
    void an_answer_that_somebody_has_changed_is_refused(String what, String by) {
        linked(SAM, "sam-1");
        Visitor sam = visitor();
        String back = signInThere(leave(sam), "sam-1");
        String changed = back.replaceFirst(what, by);
        assertThat(changed).isNotEqualTo(back);
        assertThat(sam.get(changed).location()).startsWith("/sign-in?sso=");
        assertThat(sam.get("/tickets").location()).startsWith("/sign-in");
        assertThat(sam.get(back).location()).as("its attempt is used up").isEqualTo("/sign-in?sso=FAILED");
    }

    @Test
    void what_was_broken_off_and_who_is_away_is_said() {
        Visitor sam = visitor();
        assertOut(sam, comesAs(sam, "unheard of"), "BROKEN_OFF");
        linked(SAM, "sam-1");
        String back = signInThere(leave(sam), "sam-1");
        PROVIDER.goAway();
        assertOut(sam, sam.get(back), "AWAY");
        assertThat(sam.get("/sign-in?sso=AWAY").body()).contains("does not answer now");
        assertThat(sam.get("/sign-in?sso=%3Cscript%3E").body()).doesNotContain("There is a problem");
    }

    @Test
    void tries_are_limited() {
        for (int i = 0; i < 20; i++) {
            Visitor visitor = visitor();
            assertThat(comesAs(visitor, "unheard of").location()).isEqualTo("/sign-in?sso=BROKEN_OFF");
        }
        Visitor last = visitor();
        assertOut(last, comesAs(last, "unheard of"), "TOO_OFTEN");
    }

    // ---- the second factor, and showing it again ----

    @ParameterizedTest
    @CsvSource({"amr, pwd, false", "amr, mfa, true", "amr, pwd otp, true", "acr, gold, true", "acr, silver, false"})
    void people_of_the_desk_need_two_factors_here_or_there(String claim, String value, boolean enough) {
        database.sql("delete from person where email = 'sso@desk.example'").update();
        database.sql("insert into person (email, name, role) values ('sso@desk.example', 'Sigrid', 'AGENT')")
                .update();
        linked("sso@desk.example", "sigrid");
        PROVIDER.add("sigrid", Map.of(claim, claim.equals("amr") ? List.of(value.split(" ")) : value));
        Visitor sigrid = visitor();
        assertThat(comesAs(sigrid, "sigrid").location()).isEqualTo("/");
        if (enough) {
            assertThat(sigrid.get("/queue").status()).isEqualTo(200);
        } else {
            assertThat(sigrid.get("/queue").location()).startsWith("/sign-in/set-up");
        }
    }

    @Test
    void what_is_delicate_asks_again_and_the_provider_has_to_ask_again_too() {
        linked(SAM, "sam-1");
        Visitor sam = visitor();
        comesAs(sam, "sam-1");
        assertThat(sam.get("/account/security").status()).isEqualTo(200);
        setTime(TestTime.MONDAY_AT_TEN.plus(Duration.ofMinutes(20)));
        String page = "/sign-in/again?next=/account/security";
        assertThat(sam.get("/account/security").location()).startsWith("/sign-in/again");

        URI there = leave(sam, page, "/sign-in/again/single-sign-on");
        assertThat(there.getRawQuery()).contains("prompt=login").contains("max_age=0");
        long before = TestTime.MONDAY_AT_TEN.getEpochSecond();
        PROVIDER.say(claims -> claims.claim("auth_time", before));
        assertThat(sam.get(signInThere(there, "sam-1")).location())
                .isEqualTo("/sign-in/again?sso=STALE&next=%2Faccount%2Fsecurity");
        PROVIDER.say(claims -> claims.claim("auth_time", null));
        assertThat(sam.get(signInThere(leave(sam, page, "/sign-in/again/single-sign-on"), "sam-1"))
                        .location())
                .contains("sso=STALE");
        assertThat(sam.get("/account/security").location()).startsWith("/sign-in/again");

        PROVIDER.behave();
        linked("marta@nordlicht.example", "marta-1");
        assertThat(sam.get(signInThere(leave(sam, page, "/sign-in/again/single-sign-on"), "marta-1"))
                        .location())
                .contains("sso=UNKNOWN");
        assertThat(sam.get(signInThere(leave(sam, page, "/sign-in/again/single-sign-on"), "sam-1"))
                        .location())
                .isEqualTo("/account/security");
        assertThat(sam.get("/account/security").status()).isEqualTo(200);
    }

    @Test
    void a_sign_in_there_that_is_long_ago_changes_nothing_delicate() {
        linked(SAM, "sam-1");
        long hourAgo = TestTime.MONDAY_AT_TEN.minus(Duration.ofHours(1)).getEpochSecond();
        PROVIDER.say(claims -> claims.claim("auth_time", hourAgo));
        Visitor sam = visitor();
        assertThat(comesAs(sam, "sam-1").location()).isEqualTo("/");
        assertThat(sam.get("/tickets").status()).isEqualTo(200);
        assertThat(sam.get("/account/security").location()).startsWith("/sign-in/again");
    }

    // ---- linking ----

    private Visitor.Page link(Visitor visitor, String subject) {
        return visitor.get(
                signInThere(leave(visitor, "/account/security", "/account/security/single-sign-on"), subject));
    }

    @Test
    void a_person_links_it_and_unlinks_it_and_is_told() {
        PROVIDER.add("sam-2", Map.of());
        Visitor sam = visitor().signedIn(SAM);
        assertThat(link(sam, "sam-2").location()).isEqualTo("/account/security?done=signOn");
        assertThat(new Letterbox(database).newest(SAM)).startsWith("Single sign-on was linked");
        Visitor there = visitor();
        assertThat(comesAs(there, "sam-2").location()).isEqualTo("/");
        sam.get("/account/security");
        assertThat(sam.post("/account/security/single-sign-on/removal", Map.of())
                        .location())
                .isEqualTo("/account/security?done=signOnOff");
        assertThat(new Letterbox(database).texts(SAM)).anyMatch(text -> text.startsWith("Single sign-on was unlinked"));
        assertThat(there.get("/tickets").location()).as("its sessions end").startsWith("/sign-in");
        assertThat(sam.get("/tickets").status()).isEqualTo(200);
        Visitor again = visitor();
        assertOut(again, comesAs(again, "sam-2"), "UNKNOWN");
    }

    @Test
    void linking_asks_who_one_is_first() {
        Visitor sam = visitor().signedIn(SAM);
        setTime(TestTime.MONDAY_AT_TEN.plus(Duration.ofMinutes(16)));
        sam.get("/account");
        assertThat(sam.post("/account/security/single-sign-on", Map.of()).location())
                .startsWith("/sign-in/again");
        assertThat(sam.post("/account/security/single-sign-on/removal", Map.of())
                        .location())
                .startsWith("/sign-in/again");
    }

    @Test
    void what_belongs_to_somebody_else_is_not_linked() {
        linked("marta@nordlicht.example", "marta-1");
        Visitor sam = visitor().signedIn(SAM);
        assertThat(link(sam, "marta-1").location()).isEqualTo("/account/security?sso=TAKEN");
        assertThat(sam.get("/account/security?sso=TAKEN").body()).contains("It is linked already");
    }

    @Test
    void what_one_began_to_link_is_not_linked_with_who_signed_in_since() {
        PROVIDER.add("sam-3", Map.of());
        Visitor shared = visitor().signedIn(SAM);
        URI there = leave(shared, "/account/security", "/account/security/single-sign-on");
        shared.signedIn("marta@nordlicht.example");
        assertThat(shared.get(signInThere(there, "sam-3")).location()).isEqualTo("/account/security?sso=FAILED");
        assertThat(identities("sam-3")).isZero();
    }

    @Test
    void the_last_way_to_sign_in_is_not_unlinked() {
        mapped("pumps.example", false);
        PROVIDER.add("lone-1", Map.of("email", "lone@pumps.example", "email_verified", true, "name", "Lone"));
        Visitor lone = visitor();
        comesAs(lone, "lone-1");
        lone.get("/account/security");
        assertThat(lone.post("/account/security/single-sign-on/removal", Map.of())
                        .location())
                .isEqualTo("/account/security?done=signOnKept");
        assertThat(identities("lone-1")).isEqualTo(1);
    }

    // ---- signing out there ----

    @Test
    void guesses_at_signing_people_out_are_few() {
        for (int i = 0; i < 20; i++) {
            assertThat(signedOut("guessed")).isEqualTo(400);
        }
        assertThat(signedOut(PROVIDER.logoutToken("sam-1", claims -> {}))).isEqualTo(429);
    }

    private int signedOut(String token) {
        return visitor()
                .post("/sign-in/single-sign-on/logout", Map.of("logout_token", token))
                .status();
    }

    @Test
    void who_signs_out_there_is_signed_out_here() {
        linked(SAM, "sam-1");
        Visitor sam = visitor();
        comesAs(sam, "sam-1");
        assertThat(signedOut(PROVIDER.logoutToken("sam-1", claims -> {}))).isEqualTo(200);
        assertThat(sam.get("/tickets").location()).startsWith("/sign-in");
    }

    static Stream<Arguments> falseFarewells() {
        return Stream.of(
                lie("another issuer", claims -> claims.issuer("https://elsewhere.example")),
                lie("another audience", claims -> claims.audience("another-client")),
                lie("no event", claims -> claims.claim("events", null)),
                lie("another event", claims -> claims.claim("events", Map.of("urn:another", Map.of()))),
                lie("an ID token's nonce", claims -> claims.claim("nonce", "n")),
                lie("too old", claims -> claims.issueTime(ago(6))),
                lie("nobody", claims -> claims.subject(null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("falseFarewells")
    void nobody_else_signs_people_out(String name, Consumer<JWTClaimsSet.Builder> change) {
        linked(SAM, "sam-1");
        Visitor sam = visitor();
        comesAs(sam, "sam-1");
        assertThat(signedOut(PROVIDER.logoutToken("sam-1", change))).isEqualTo(400);
        assertThat(sam.get("/tickets").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = Signature.class, names = "RIGHT", mode = EnumSource.Mode.EXCLUDE)
    void an_unsigned_farewell_counts_for_nothing(Signature signature) {
        linked(SAM, "sam-1");
        Visitor sam = visitor();
        comesAs(sam, "sam-1");
        PROVIDER.sign(signature);
        assertThat(signedOut(PROVIDER.logoutToken("sam-1", claims -> {}))).isEqualTo(400);
        assertThat(sam.get("/tickets").status()).isEqualTo(200);
    }
}
