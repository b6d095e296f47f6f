package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.access.app.PasskeyAddress;
import support.testing.SettableClock;
import support.testing.TestTime;

/** Passkeys, over HTTP: the devices are honest in some tests, and cloned, deceived or made up in others. */
@DeskTest
class PasskeysTest {
    private static final String SAM = "sam@kestrel.example";
    private static final String EDITH = "edith@brightwater.example";
    private static final String REFUSED = "/sign-in?passkey=wrong";
    private static final String ACCOUNT = "/account/security/passkeys";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Autowired
    PasskeyAddress address;

    @AfterEach
    void begin() {
        database.sql("delete from bucket").update();
        database.sql("delete from passkey").update();
        database.sql("delete from person where email = 'passkey@desk.example'").update();
        database.sql("update person set state = 'ACTIVE' where email = :email")
                .param("email", SAM)
                .update();
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    private Device device() {
        return new Device(address.origin(), "localhost");
    }

    private Device deviceOf(String email) {
        Device device = device();
        assertThat(add(visitor().signedIn(email), device)).isEqualTo("/account/security?done=passkeyAdded");
        return device;
    }

    private static String add(Visitor owner, Device device) {
        owner.get("/account/security");
        String options = owner.post(ACCOUNT + "/options", Map.of()).body();
        return send(owner, ACCOUNT, options, device.makes(options));
    }

    private static String send(Visitor visitor, String path, String options, String answer) {
        Map<String, String> fields =
                Map.of("label", "Laptop", "challenge", Device.challenge(options), "answer", answer);
        return visitor.post(path, fields).location();
    }

    private static String asked(Visitor visitor) {
        visitor.get("/sign-in");
        return visitor.post("/sign-in/passkey/options", Map.of()).body();
    }

    private static String signIn(Visitor visitor, Device device) {
        String options = asked(visitor);
        return send(visitor, "/sign-in/passkey", options, device.signs(options));
    }

    private String newestRefusal() {
        return database.sql(
                        "select details ->> 'what' from audit_entry where deed = 'SIGN_IN_REFUSED' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void a_passkey_is_added_listed_told_of_and_signs_in_alone() {
        Device device = deviceOf(SAM);
        assertThat(visitor().signedIn(SAM).get("/account/security").body()).contains("Laptop", "Not yet");
        assertThat(new Letterbox(database).newest(SAM)).startsWith("A passkey was added");
        Visitor sam = visitor();
        assertThat(signIn(sam, device)).isEqualTo("/");
        assertThat(sam.get("/tickets").status()).isEqualTo(200);
        assertThat(sam.get("/account/security").body()).contains("Laptop").doesNotContain("Not yet");
    }

    @Test
    void the_desk_asks_for_a_check_of_who_uses_the_device_and_tells_it_no_number() {
        Visitor sam = visitor().signedIn(SAM);
        sam.get("/account/security");
        String options = sam.post(ACCOUNT + "/options", Map.of()).body();
        assertThat(options)
                .contains("\"userVerification\":\"required\"", "\"residentKey\":\"required\"")
                .contains("\"id\":\"localhost\"", "\"name\":\"" + SAM + "\"");
        Device device = device();
        device.makes(options);
        assertThat(device.handle).hasSize(32);
        assertThat(asked(visitor()))
                .contains("\"userVerification\":\"required\"")
                .contains("\"allowCredentials\":[]");
    }

    @Test
    void signing_in_changes_the_id_of_the_session_and_leads_back() {
        Device device = deviceOf(SAM);
        Visitor sam = visitor();
        sam.get("/sign-in?next=/tickets/new");
        String before = sam.session();
        String options = sam.post("/sign-in/passkey/options", Map.of()).body();
        assertThat(send(sam, "/sign-in/passkey", options, device.signs(options)))
                .isEqualTo("/tickets/new");
        assertThat(sam.session()).isNotEqualTo(before);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of("BadOriginException", (Consumer<Device>) device -> device.origin = "http://127.0.0.1:1"),
                Arguments.of("UserNotVerifiedException", (Consumer<Device>) device -> device.verifies = false),
                Arguments.of("counter", (Consumer<Device>) device -> device.counter = 6),
                Arguments.of("counter", (Consumer<Device>) device -> device.counter = 7),
                Arguments.of("BadSignatureException", (Consumer<Device>) Device::takesAnotherKey),
                Arguments.of("unknown", (Consumer<Device>) device -> device.named = new byte[32]),
                Arguments.of("handle", (Consumer<Device>) device -> device.handle = new byte[32]));
    }

    /** The counter has been 5 when the passkey was made, and 7 at its last use. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void what_is_not_right_is_refused_and_written_down(String why, Consumer<Device> lie) {
        Device device = device();
        device.counter = 5;
        assertThat(add(visitor().signedIn(SAM), device)).endsWith("done=passkeyAdded");
        device.counter = 7;
        assertThat(signIn(visitor(), device)).isEqualTo("/");
        device.counter = 8;
        lie.accept(device);
        Visitor thief = visitor();
        assertThat(signIn(thief, device)).isEqualTo(REFUSED);
        assertThat(newestRefusal()).isEqualTo(why);
        assertThat(thief.get(REFUSED).body()).contains("That passkey could not be used");
        assertThat(thief.get("/tickets").location()).startsWith("/sign-in");
    }

    @Test
    void a_device_that_does_not_count_works_again_and_again() {
        Device device = deviceOf(SAM);
        assertThat(signIn(visitor(), device)).isEqualTo("/");
        assertThat(signIn(visitor(), device)).isEqualTo("/");
    }

    @Test
    void an_answer_works_once_in_its_own_session_for_some_minutes() {
        Device device = deviceOf(SAM);
        Visitor sam = visitor();
        String options = asked(sam);
        String answer = device.signs(options);
        Visitor thief = visitor();
        asked(thief);
        assertThat(send(thief, "/sign-in/passkey", options, answer))
                .as("of another session")
                .isEqualTo(REFUSED);
        assertThat(newestRefusal()).isEqualTo("challenge");
        assertThat(send(sam, "/sign-in/passkey", options, answer)).isEqualTo("/");
        sam.get("/sign-in");
        assertThat(send(sam, "/sign-in/passkey", options, answer)).as("again").isEqualTo(REFUSED);
        String late = asked(sam);
        clock.advance(Duration.ofMinutes(11));
        assertThat(send(sam, "/sign-in/passkey", late, device.signs(late)))
                .as("too late")
                .isEqualTo(REFUSED);
    }

    @Test
    void an_answer_to_another_challenge_is_refused() {
        Device device = deviceOf(SAM);
        Visitor sam = visitor();
        String first = asked(sam);
        String second = sam.post("/sign-in/passkey/options", Map.of()).body();
        assertThat(send(sam, "/sign-in/passkey", second, device.signs(first))).isEqualTo(REFUSED);
        assertThat(newestRefusal()).isEqualTo("BadChallengeException");
    }

    @Test
    void several_pages_may_be_open() {
        Device device = deviceOf(SAM);
        Visitor sam = visitor();
        String first = asked(sam);
        asked(sam);
        assertThat(send(sam, "/sign-in/passkey", first, device.signs(first))).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"rawId\":\"AAAA\"}",
                "{\"rawId\":\"%%%\",\"response\":{}}",
                "{\"rawId\":\"AAAA\",\"response\":{\"clientDataJSON\":null}}",
                "\u0000"
            })
    void what_is_no_answer_at_all_is_refused(String answer) {
        Visitor thief = visitor();
        String options = asked(thief);
        assertThat(send(thief, "/sign-in/passkey", options, answer)).isEqualTo(REFUSED);
        Visitor sam = visitor().signedIn(SAM);
        sam.get("/account/security");
        String made = sam.post(ACCOUNT + "/options", Map.of()).body();
        assertThat(send(sam, ACCOUNT, made, answer)).isEqualTo("/account/security?problem=passkey.notAdded");
    }

    @Test
    void a_name_that_is_taken_or_not_attested_is_not_added() {
        Device device = deviceOf(SAM);
        Visitor edith = visitor().signedIn(EDITH);
        assertThat(edith.get(add(edith, device)).body()).contains("The passkey was not added");
        assertThat(add(visitor().signedIn(SAM), device)).endsWith("problem=passkey.notAdded");
        Device other = device();
        other.named = new byte[32];
        assertThat(add(visitor().signedIn(EDITH), other)).endsWith("problem=passkey.notAdded");
        assertThat(newestRefusal()).isEqualTo("name");
        Device elsewhere = device();
        elsewhere.origin = "https://desk.evil.example";
        assertThat(add(visitor().signedIn(EDITH), elsewhere)).endsWith("problem=passkey.notAdded");
        assertThat(newestRefusal()).isEqualTo("BadOriginException");
        Device unverified = device();
        unverified.verifies = false;
        assertThat(add(visitor().signedIn(EDITH), unverified)).endsWith("problem=passkey.notAdded");
        assertThat(database.sql("select count(*) from passkey")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void what_one_person_was_asked_adds_nothing_for_another() {
        Visitor shared = visitor().signedIn(SAM);
        shared.get("/account/security");
        String options = shared.post(ACCOUNT + "/options", Map.of()).body();
        shared.signedIn(EDITH);
        shared.get("/account/security");
        assertThat(send(shared, ACCOUNT, options, device().makes(options))).endsWith("problem=passkey.notAdded");
        assertThat(newestRefusal()).isEqualTo("challenge");
    }

    @Test
    void whoever_was_deactivated_stays_out() {
        Device device = deviceOf(SAM);
        database.sql("update person set state = 'DEACTIVATED' where email = :email")
                .param("email", SAM)
                .update();
        assertThat(signIn(visitor(), device)).isEqualTo(REFUSED);
        assertThat(newestRefusal()).isEqualTo("state");
    }

    @Test
    void many_wrong_passkeys_are_slowed_down() {
        Device device = deviceOf(SAM);
        Device wrong = device();
        IntStream.range(0, 20).forEach(i -> signIn(visitor(), wrong));
        assertThat(signIn(visitor(), device)).isEqualTo("/sign-in?passkey=later");
        assertThat(visitor().get("/sign-in?passkey=later").body()).contains("too many tries");
        clock.advance(Duration.ofMinutes(1));
        assertThat(signIn(visitor(), device)).isEqualTo("/");
    }

    @Test
    void showing_again_who_one_is_takes_ones_own_passkey_only() {
        Device sams = deviceOf(SAM);
        Device ediths = deviceOf(EDITH);
        Visitor sam = visitor();
        signIn(sam, sams);
        sam.get("/account/security");
        clock.advance(Duration.ofMinutes(16));
        assertThat(sam.post(ACCOUNT + "/options", Map.of()).location()).startsWith("/sign-in/again");
        assertThat(sam.get("/account/security").location()).startsWith("/sign-in/again");
        String refused = again(sam, ediths);
        assertThat(refused).startsWith("/sign-in/again?");
        assertThat(sam.get(refused).body()).contains("That passkey could not be used", "/account/security");
        assertThat(sam.get("/account/security").location()).startsWith("/sign-in/again");
        assertThat(again(sam, sams)).isEqualTo("/account/security");
        assertThat(sam.get("/account/security").status()).isEqualTo(200);
    }

    private static String again(Visitor visitor, Device device) {
        visitor.get("/sign-in/again?next=/account/security");
        String options =
                visitor.post("/sign-in/again/passkey/options", Map.of()).body();
        return send(visitor, "/sign-in/again/passkey", options, device.signs(options));
    }

    @Test
    void people_of_the_desk_may_set_up_a_passkey_in_place_of_an_app_and_no_thief_a_second_one() {
        database.sql(
                        "insert into person (email, name, role, password) select 'passkey@desk.example', 'New Agent', 'AGENT', password"
                                + " from person where email = 'ada@desk.example'")
                .update();
        Visitor agent = visitor().signedIn("passkey@desk.example");
        assertThat(agent.get("/queue").location()).startsWith("/sign-in/set-up");
        agent.get("/sign-in/set-up");
        Device device = device();
        String options = agent.post("/sign-in/set-up/passkey/options", Map.of()).body();
        assertThat(send(agent, "/sign-in/set-up/passkey", options, device.makes(options)))
                .isEqualTo("/");
        assertThat(agent.get("/queue").status()).isEqualTo(200);

        Visitor thief = visitor().signedIn("passkey@desk.example");
        assertThat(thief.get("/queue").location()).startsWith("/sign-in/code");
        assertThat(thief.get("/sign-in/set-up").location()).isEqualTo("/");
        assertThat(thief.get("/sign-in/code").status()).isEqualTo(200);
        assertThat(thief.post("/sign-in/set-up/passkey/options", Map.of()).location())
                .startsWith("/sign-in/code");
        assertThat(thief.post("/sign-in/set-up/passkey", Map.of()).location()).startsWith("/sign-in/code");
        assertThat(thief.post("/sign-in/set-up", Map.of("code", "000000")).location())
                .isEqualTo("/");
        assertThat(thief.post(ACCOUNT + "/options", Map.of()).location()).startsWith("/sign-in/code");

        assertThat(again(thief, device)).as("the owner herself").isEqualTo("/account/security");
        assertThat(thief.get("/queue").status()).isEqualTo(200);
    }

    @Test
    void nobody_who_is_in_adds_a_passkey_by_the_way_of_newcomers() {
        Visitor sam = visitor().signedIn(SAM);
        sam.get("/account");
        assertThat(sam.post("/sign-in/set-up/passkey/options", Map.of()).status())
                .isEqualTo(404);
        assertThat(sam.post("/sign-in/set-up/passkey", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void removing_a_passkey_ends_other_sessions_and_tells_the_owner() {
        Device device = deviceOf(SAM);
        Visitor there = visitor();
        signIn(there, device);
        String id = String.valueOf(
                database.sql("select id from passkey").query(Long.class).single());
        Visitor edith = visitor().signedIn(EDITH);
        edith.get("/account/security");
        edith.post(ACCOUNT + "/removal", Map.of("id", id));
        assertThat(there.get("/tickets").status()).as("not hers").isEqualTo(200);
        Visitor sam = visitor().signedIn(SAM);
        sam.get("/account/security");
        assertThat(sam.post(ACCOUNT + "/removal", Map.of("id", id)).location())
                .isEqualTo("/account/security?done=passkey");
        assertThat(there.get("/tickets").location()).startsWith("/sign-in");
        assertThat(sam.get("/tickets").status()).isEqualTo(200);
        assertThat(new Letterbox(database).newest(SAM)).startsWith("A passkey was removed");
        assertThat(signIn(visitor(), device)).isEqualTo(REFUSED);
    }
}
