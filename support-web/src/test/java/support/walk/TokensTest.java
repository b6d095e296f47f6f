package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import support.access.ApiToken;
import support.access.app.Limit;
import support.access.app.Limits;
import support.people.PersonState;
import support.people.Role;
import support.people.persistence.Register;
import support.privacy.persistence.Expired;

/** Making tokens, using them, and everything that is no token, or is one no more. */
@ExtendWith(OutputCaptureExtension.class)
class TokensTest extends ApiDesk {
    private static final String PAGE = "/account/security/tokens";

    @Autowired
    Register register;

    @Autowired
    Limits limits;

    @Autowired
    Expired expired;

    private long id(String email) {
        return database.sql("select id from person where email = :email")
                .param("email", email)
                .query(Long.class)
                .single();
    }

    @Test
    void a_token_is_shown_once_told_to_its_owner_and_kept_nowhere(CapturedOutput output) {
        String token = token("marta@nordlicht.example", "tickets:read");
        assertThat(new Program(port, token).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(new Program(port, token).get("/api/v1/nowhere").status()).isEqualTo(404);
        assertThat(as("marta@nordlicht.example").get(PAGE).body())
                .contains("Robot", token.substring(0, 9))
                .doesNotContain(token);
        assertThat(new Letterbox(database).newest("marta@nordlicht.example"))
                .startsWith("An API token was made")
                .contains("Robot");
        assertThat(List.of("api_token", "audit_entry", "letter", "spring_session", "spring_session_attributes"))
                .allSatisfy(table -> assertThat(rows(table)).noneMatch(row -> row.contains(token.substring(9))));
        assertThat(rows("audit_entry")).anyMatch(row -> row.contains("TOKEN_MADE") && row.contains("Robot"));
        assertThat(output.getAll()).doesNotContain(token.substring(9));
    }

    @Test
    void a_program_learns_whose_token_it_has() {
        var me = program("dana@desk.example", "tickets:read", "notes:read")
                .get("/api/v1/me")
                .json();
        assertThat(me.get("email").asString()).isEqualTo("dana@desk.example");
        assertThat(me.get("role").asString()).isEqualTo("LEAD");
        assertThat(me.get("token").get("scopes").toString()).isEqualTo("[\"notes:read\",\"tickets:read\"]");
        assertThat(me.get("token").get("expiresAt").asString())
                .isEqualTo(clock.instant().plus(Duration.ofDays(7)).toString());
    }

    @Test
    void whatever_is_wrong_with_a_token_the_answer_is_the_same() {
        String revoked = token("jonas@nordlicht.example", "tickets:read");
        Visitor jonas = as("jonas@nordlicht.example");
        jonas.get(PAGE);
        assertThat(jonas.post(PAGE + "/revocation", Map.of()).location()).isEqualTo(PAGE);
        String ofSomebodyGone = token("sam@kestrel.example", "tickets:read");
        register.setState(id("sam@kestrel.example"), PersonState.DEACTIVATED);
        String expired = token("marta@nordlicht.example", "tickets:read");
        String good = token("edith@brightwater.example", "tickets:read");
        clock.advance(Duration.ofDays(7));
        Program.Answer missing = stranger().get("/api/v1/tickets");
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.problem()).isEqualTo("token");
        assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"desk\"");
        List<String> wrong = List.of(
                "x", revoked, ofSomebodyGone, expired, ApiToken.random().text(), expired.substring(0, 53) + "0");
        for (String token : wrong) {
            Program.Answer answer = new Program(port, token).get("/api/v1/tickets");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo(missing.body());
            assertThat(answer.header("WWW-Authenticate")).isEqualTo(missing.header("WWW-Authenticate"));
        }
        clock.advance(Duration.ofNanos(-1000));
        assertThat(new Program(port, good).get("/api/v1/tickets").status())
                .as("to the last microsecond")
                .isEqualTo(200);
        register.setState(id("sam@kestrel.example"), PersonState.ACTIVE);
        assertThat(new Program(port, ofSomebodyGone).get("/api/v1/tickets").status())
                .as("who comes back makes new tokens")
                .isEqualTo(401);
    }

    @Test
    void a_deactivation_that_only_the_database_knows_counts_with_the_next_request() {
        Program sam = program("sam@kestrel.example", "tickets:read");
        assertThat(sam.get("/api/v1/me").status()).isEqualTo(200);
        database.sql("update person set state = 'DEACTIVATED' where email = 'sam@kestrel.example'")
                .update();
        assertThat(sam.get("/api/v1/me").status()).isEqualTo(401);
        database.sql("update person set state = 'ACTIVE' where email = 'sam@kestrel.example'")
                .update();
    }

    @Test
    void another_role_ends_all_tokens_and_another_password_none() {
        Program dana = program("dana@desk.example", "tickets:read", "notes:read");
        Program robin = program("robin@pinecrest.example", "tickets:read");
        register.setRole(id("dana@desk.example"), Role.AGENT);
        register.setRole(id("dana@desk.example"), Role.LEAD);
        assertThat(dana.get("/api/v1/me").status()).isEqualTo(401);
        Visitor owner = as("robin@pinecrest.example");
        owner.get("/account/security");
        owner.post(
                "/account/security/password",
                Map.of("current", "promises-hold", "password", "lantern gravel otter mosaic"));
        assertThat(robin.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(new Letterbox(database).newest("robin@pinecrest.example"))
                .contains("API tokens, if you have any, go on");
        database.sql("update person set password = (select password from person where email = 'lena@maplework.example')"
                        + " where email = 'robin@pinecrest.example'")
                .update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''    | tickets:read | 30  | Enter a name",
                "Robot | ''           | 30  | Choose what it may do",
                "Robot | notes:read   | 30  | Choose what it may do",
                "Robot | admin        | 30  | Choose what it may do",
                "Robot | tickets:read | 366 | Choose when it ends",
                "Robot | tickets:read | ''  | Choose when it ends"
            })
    void what_a_token_lacks_is_asked_for(String name, String scopes, String days, String why) {
        Visitor marta = as("marta@nordlicht.example");
        marta.get(PAGE);
        Visitor.Page answer = made(marta, name, scopes, days);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(why);
        assertThat(count("api_token")).isZero();
    }

    @Test
    void nobody_revokes_the_token_of_somebody_else_or_makes_one_with_an_old_proof() {
        Program marta = program("marta@nordlicht.example", "tickets:read");
        String id = database.sql("select id::text from api_token")
                .query(String.class)
                .single();
        Visitor jonas = as("jonas@nordlicht.example");
        jonas.get(PAGE);
        jonas.post(PAGE + "/revocation", Map.of("id", id));
        assertThat(marta.get("/api/v1/me").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(16));
        assertThat(made(jonas, "Robot", "tickets:read", "7").location()).startsWith("/sign-in/again");
        assertThat(count("api_token")).isEqualTo(1);
    }

    @Test
    void of_one_person_there_are_fifty_tokens_at_most() {
        String email = "marta@nordlicht.example";
        token(email, "tickets:read");
        database.sql("""
                        insert into api_token (person_id, name, prefix, sha256, scopes, created_at, expires_at)
                        select person_id, name, prefix, decode(md5(n::text), 'hex'), scopes, created_at, expires_at
                        from api_token, generate_series(2, 50) n
                        """).update();
        Visitor marta = as(email);
        marta.get(PAGE);
        assertThat(made(marta, "Robot", "tickets:read", "7").body()).contains("You have 50 tokens");
        assertThat(count("api_token")).isEqualTo(50);
    }

    @Test
    void a_token_in_an_address_or_a_form_is_refused() {
        Program marta = program("marta@nordlicht.example", "tickets:read");
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        List<Program.Answer> answers = List.of(
                stranger().get("/api/v1/me?access_token=" + marta.token()),
                marta.get("/api/v1/me?access_token=x"),
                stranger().get("/api/v1/tickets?cursor=" + marta.token()),
                stranger().get("/api/v1/tickets/" + marta.token()),
                stranger().send("POST", "/api/v1/tickets", "access_token=" + marta.token(), form),
                stranger().send("POST", "/api/v1/tickets", "words=" + marta.token(), form));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("token-in-address");
            assertThat(answer.body()).doesNotContain(marta.token().substring(9));
        });
    }

    @Test
    void the_api_knows_no_cookies_and_no_sessions() {
        Visitor marta = as("marta@nordlicht.example");
        assertThat(marta.get("/account").status()).isEqualTo(200);
        assertThat(marta.get("/api/v1/me").status()).isEqualTo(401);
        Program program = program("marta@nordlicht.example", "tickets:read", "tickets:write");
        long before = count("spring_session");
        raised(program, "no-session");
        Program.Answer answer = program.get("/api/v1/tickets");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        stranger().get("/api/v1/tickets");
        assertThat(count("spring_session")).isEqualTo(before);
    }

    @Test
    void guessing_is_slowed_down_and_hinders_nobody_else() {
        Program good = program("marta@nordlicht.example", "tickets:read");
        Function<Integer, Program.Answer> guess =
                i -> new Program(port, ApiToken.random().text()).get("/api/v1/me");
        IntStream.range(0, 20).forEach(i -> assertThat(guess.apply(i).status()).isEqualTo(401));
        Program.Answer late = guess.apply(20);
        assertThat(late.status()).isEqualTo(429);
        assertThat(late.problem()).isEqualTo("too-often");
        assertThat(Integer.parseInt(late.header("Retry-After"))).isBetween(1, 60);
        assertThat(good.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void a_program_that_runs_wild_is_slowed_down() {
        Program wild = program("marta@nordlicht.example", "tickets:read");
        String id = database.sql("select id::text from api_token")
                .query(String.class)
                .single();
        IntStream.range(0, 300).forEach(i -> limits.take(Limit.TOKEN, id));
        Program.Answer answer = wild.get("/api/v1/me");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(wild.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void what_has_ended_is_forgotten() {
        raised(program("marta@nordlicht.example", "tickets:write"), "to-be-forgotten");
        assertThat(expired.forgetTokensBefore(clock.instant())).isZero();
        assertThat(expired.forgetAnswersBefore(clock.instant())).isZero();
        clock.advance(Duration.ofDays(8));
        assertThat(expired.forgetTokensBefore(clock.instant())).isEqualTo(1);
        assertThat(expired.forgetAnswersBefore(clock.instant())).isPositive();
    }

    @Test
    void two_authorizations_are_none() {
        Program marta = program("marta@nordlicht.example", "tickets:read");
        String answer = marta.raw("GET /api/v1/me HTTP/1.1\r\nAuthorization: Bearer " + UUID.randomUUID() + "\r\nX: ");
        assertThat(answer).startsWith("HTTP/1.1 401");
    }
}
