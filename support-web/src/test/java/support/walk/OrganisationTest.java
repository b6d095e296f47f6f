package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.SettableClock;
import support.testing.TestTime;

/** What people do within their own organisation, and what others try. Each test has an organisation of its own. */
@DeskTest
class OrganisationTest {
    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    private Newcomers newcomers;
    private Letterbox letters;
    private String domain;
    private String mia;
    private Visitor manager;

    @BeforeEach
    void foundAnOrganisation() {
        newcomers = new Newcomers(port, database);
        letters = new Letterbox(database);
        domain = "grove" + count++ + ".example";
        mia = "mia@" + domain;
        manager = newcomers.founder(mia, "Mia Grove", "Grove " + domain);
    }

    @AfterEach
    void letTheLimitsGo() {
        database.sql("delete from bucket").update();
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    private String at(String name) {
        return name + "@" + domain;
    }

    private Visitor.Page invite(Visitor inviter, String address, Map<String, String> more) {
        inviter.get("/organisation/invitation");
        Map<String, String> fields = new HashMap<>(more);
        fields.put("email", address);
        return inviter.post("/organisation/invitation", fields);
    }

    /** Somebody of the organisation, invited by its manager. */
    private Visitor colleague(String name, boolean manages) {
        assertThat(invite(manager, at(name), Map.of("manages", Boolean.toString(manages)))
                        .location())
                .isEqualTo("/organisation?done=invited");
        return newcomers.invited(at(name), "Colleague " + name);
    }

    private String page(String name) {
        return "/organisation/people/" + newcomers.id(at(name));
    }

    private Visitor.Page deed(Visitor by, String name, String deed, Map<String, String> fields) {
        by.get("/organisation");
        return by.post(page(name) + deed, fields);
    }

    @Test
    void a_manager_invites_a_colleague_who_is_in_at_once() {
        Visitor tom = colleague("tom", false);
        assertThat(tom.get("/organisation").body())
                .contains("Grove " + domain, "Colleague tom", mia)
                .doesNotContain("Open invitations", "/organisation/people/");
        assertThat(manager.get("/organisation").body()).contains("Open invitations", page("tom"));
        assertThat(newcomers.of(at("tom"), "manages")).isEqualTo("false");
        assertThat(letters.newest(at("tom"))).contains("Mia Grove", "Grove " + domain);
    }

    @Test
    void whoever_is_invited_by_a_member_waits_for_a_manager() {
        Visitor tom = colleague("tom", false);
        assertThat(tom.get("/organisation/invitation").body()).contains("waits until a manager");
        invite(tom, at("uma"), Map.of("manages", "true"));
        Visitor uma = new Visitor(port);
        assertThat(newcomers.accept(uma, letters.link(at("uma")), "Uma").location())
                .isEqualTo("/sign-in?waiting");
        assertThat(uma.get("/tickets").location()).startsWith("/sign-in");
        assertThat(newcomers.of(at("uma"), "manages")).isEqualTo("false");
        assertThat(letters.newest(mia)).contains("Uma asks to join");
        assertThat(manager.get("/organisation").body()).contains("Waits for approval");
        assertThat(tom.get("/organisation").body()).doesNotContain(at("uma"));
        assertThat(deed(manager, "uma", "/approval", Map.of()).location()).isEqualTo("/organisation?done=approved");
        assertThat(letters.newest(at("uma"))).contains("Your account is open");
        assertThat(newcomers.signIn(uma, at("uma")).location()).isEqualTo("/");
        assertThat(deed(manager, "uma", "/approval", Map.of()).status())
                .as("once only")
                .isEqualTo(409);
    }

    @Test
    void whoever_is_refused_stays_out() {
        invite(colleague("tom", false), at("uma"), Map.of());
        newcomers.invited(at("uma"), "Uma");
        assertThat(deed(manager, "uma", "/refusal", Map.of()).location()).isEqualTo("/organisation?done=refused");
        assertThat(letters.newest(at("uma"))).contains("was not approved");
        assertThat(newcomers.signIn(new Visitor(port), at("uma")).location()).isEqualTo("/sign-in?error=");
    }

    @Test
    void a_member_cannot_do_what_a_manager_does() {
        Visitor tom = colleague("tom", false);
        colleague("uma", false);
        for (String place : List.of(page("uma"), "/organisation/sharing")) {
            assertThat(tom.get(place).status()).as(place).isEqualTo(404);
        }
        tom.get("/organisation");
        for (String deed : List.of(
                page("uma") + "/approval",
                page("uma") + "/refusal",
                page("uma") + "/managing",
                page("uma") + "/removal",
                page("tom") + "/managing",
                "/organisation/sharing",
                "/organisation/invitations/withdrawal")) {
            assertThat(tom.post(deed, Map.of("manages", "true", "all", "true", "address", at("x")))
                            .status())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(newcomers.of(at("tom"), "manages")).isEqualTo("false");
        assertThat(newcomers.of(at("uma"), "state")).isEqualTo("ACTIVE");
    }

    @Test
    void people_of_another_organisation_are_not_there() {
        Visitor tom = colleague("tom", false);
        Visitor stranger = newcomers.founder("eve@other" + domain, "Eve", "Other");
        invite(manager, at("late"), Map.of());
        String nobody = "/organisation/people/999999999";
        assertThat(plain(stranger.get(page("tom")))).isEqualTo(plain(stranger.get(nobody)));
        for (String deed : List.of("/approval", "/refusal", "/managing", "/removal")) {
            stranger.get("/organisation");
            Visitor.Page theirs = stranger.post(page("tom") + deed, Map.of("manages", "true"));
            stranger.get("/organisation");
            Visitor.Page nobodys = stranger.post(nobody + deed, Map.of("manages", "true"));
            assertThat(theirs.status()).as(deed).isEqualTo(404);
            assertThat(plain(theirs)).isEqualTo(plain(nobodys));
        }
        stranger.get("/organisation");
        assertThat(stranger.post("/organisation/invitations/withdrawal", Map.of("address", at("late")))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/organisation").body()).doesNotContain("@" + domain, "Grove");
        assertThat(tom.get("/organisation").status()).isEqualTo(200);
        assertThat(manager.get("/organisation").body()).contains(at("late"));
    }

    /** Without the token against forged requests, which is another on each page. */
    private static String plain(Visitor.Page page) {
        return page.status() + page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void nobody_gives_more_than_they_are_asked_for() {
        Visitor tom = colleague("tom", false);
        Map<String, String> more = Map.of(
                "role",
                "ADMIN",
                "organisation",
                "1",
                "organisation_id",
                "1",
                "state",
                "ACTIVE",
                "needsApproval",
                "false",
                "invitedBy",
                "1");
        invite(tom, at("uma"), more);
        Visitor uma = new Visitor(port);
        String link = letters.link(at("uma"));
        uma.get(link);
        Map<String, String> answers = new HashMap<>(more);
        answers.putAll(
                Map.of("name", "Uma", "password", Newcomers.PASSWORD, "manages", "true", "address", "x@y.example"));
        assertThat(uma.post(link, answers).location()).isEqualTo("/sign-in?waiting");
        assertThat(newcomers.of(
                        at("uma"),
                        "role || state || manages || (organisation_id = " + newcomers.of(mia, "organisation_id") + ")"))
                .isEqualTo("CUSTOMERAWAITING_APPROVALfalsetrue");
        tom.get("/account");
        tom.post(
                "/account",
                Map.of(
                        "name",
                        "Tom",
                        "zone",
                        "Europe/Berlin",
                        "role",
                        "ADMIN",
                        "manages",
                        "true",
                        "organisation",
                        "1"));
        assertThat(newcomers.of(at("tom"), "name || role || manages")).isEqualTo("TomCUSTOMERfalse");
    }

    @Test
    void whoever_is_removed_is_out_at_once_with_all_that_was_sent() {
        Visitor tom = colleague("tom", true);
        invite(tom, at("uma"), Map.of());
        String invitation = letters.link(at("uma"));
        Visitor asking = new Visitor(port);
        asking.get("/password");
        asking.post("/password", Map.of("email", at("tom")));
        String link = letters.link(at("tom"));
        assertThat(deed(manager, "tom", "/removal", Map.of()).location()).isEqualTo("/organisation?done=removed");
        assertThat(database.sql("select count(*) from spring_session where principal_name = :id")
                        .param("id", Long.toString(newcomers.id(at("tom"))))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(tom.get("/tickets").location()).startsWith("/sign-in");
        assertThat(newcomers.signIn(new Visitor(port), at("tom")).location()).isEqualTo("/sign-in?error=");
        assertThat(new Visitor(port).get(link).status()).isEqualTo(410);
        assertThat(new Visitor(port).get(invitation).status()).isEqualTo(410);
        assertThat(manager.get("/organisation").body()).contains("No access").doesNotContain(at("uma"));
        assertThat(manager.get(page("tom")).body())
                .contains("no access any more")
                .doesNotContain("Make a manager");
    }

    @Test
    void somebody_always_manages() {
        manager.get("/organisation/departure");
        Visitor.Page refused = manager.post("/organisation/departure", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Nobody else manages the organisation");
        assertThat(deed(manager, "mia", "/managing", Map.of("manages", "false")).status())
                .isEqualTo(409);
        assertThat(deed(manager, "mia", "/removal", Map.of()).body()).contains("cannot do this to yourself");
        Visitor tom = colleague("tom", false);
        assertThat(deed(manager, "tom", "/managing", Map.of("manages", "true")).location())
                .isEqualTo("/organisation?done=manages");
        assertThat(tom.get("/tickets").location())
                .as("a new part, a new session")
                .startsWith("/sign-in");
        manager.get("/organisation/departure");
        assertThat(manager.post("/organisation/departure", Map.of()).location()).isEqualTo("/sign-in?out");
        assertThat(manager.get("/tickets").location()).startsWith("/sign-in");
        assertThat(letters.newest(mia)).contains("Your account is closed");
    }

    @Test
    void of_two_managers_who_leave_at_the_same_moment_one_stays() throws Exception {
        Visitor tom = colleague("tom", true);
        manager.get("/organisation/departure");
        tom.get("/organisation/departure");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> leaving = List.of(
                    () -> manager.post("/organisation/departure", Map.of()).status(),
                    () -> tom.post("/organisation/departure", Map.of()).status());
            assertThat(both.invokeAll(leaving).stream().map(Future::resultNow)).containsExactlyInAnyOrder(302, 409);
        }
    }

    @Test
    void invitations_of_a_manager_who_is_one_no_more_are_those_of_a_member() {
        Visitor tom = colleague("tom", true);
        invite(tom, at("uma"), Map.of("manages", "true"));
        deed(manager, "tom", "/managing", Map.of("manages", "false"));
        newcomers.invited(at("uma"), "Uma");
        assertThat(newcomers.of(at("uma"), "state || manages")).isEqualTo("AWAITING_APPROVALfalse");
    }

    @Test
    void sharing_counts_at_once_and_says_before_what_it_means() {
        Visitor tom = colleague("tom", false);
        manager.get("/tickets/new");
        String app = String.valueOf(
                database.sql("select min(id) from app").query(Long.class).single());
        String ticket = manager.post(
                        "/tickets", Map.of("type", "IDEA", "app", app, "summary", "Shared?", "description", "words"))
                .location()
                .replace("/confirmation", "");
        assertThat(tom.get(ticket).status()).isEqualTo(404);
        assertThat(tom.get("/organisation").body()).contains("Each person sees their own tickets");
        assertThat(manager.get("/organisation/sharing").body()).contains("also those raised before today");
        assertThat(manager.post("/organisation/sharing", Map.of("all", "true")).location())
                .isEqualTo("/organisation?done=shared");
        assertThat(tom.get(ticket).status()).isEqualTo(200);
        manager.get("/organisation/sharing");
        manager.post("/organisation/sharing", Map.of("all", "false"));
        assertThat(tom.get(ticket).status()).isEqualTo(404);
    }

    @Test
    void an_invitation_works_once_and_not_after_it_is_withdrawn() {
        colleague("tom", false);
        assertThat(new Visitor(port).get(letters.link(at("tom"))).status()).isEqualTo(410);
        invite(manager, at("uma"), Map.of());
        String first = letters.link(at("uma"));
        invite(manager, at("uma"), Map.of());
        assertThat(new Visitor(port).get(first).status()).as("the older of two").isEqualTo(410);
        String second = letters.link(at("uma"));
        Visitor uma = new Visitor(port);
        assertThat(uma.get(second).status()).isEqualTo(200);
        manager.get("/organisation");
        assertThat(manager.post("/organisation/invitations/withdrawal", Map.of("address", at("uma")))
                        .location())
                .isEqualTo("/organisation?done=withdrawn");
        assertThat(uma.post(second, Map.of("name", "Uma", "password", Newcomers.PASSWORD))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void an_invitation_does_not_work_once_the_address_has_an_account() {
        String address = "vera@later" + domain;
        invite(manager, address, Map.of());
        String link = letters.link(address);
        newcomers.founder(address, "Vera", "Later");
        assertThat(newcomers.accept(new Visitor(port), link, "Vera").status()).isEqualTo(410);
        assertThat(newcomers.of(address, "organisation_id")).isNotEqualTo(newcomers.of(mia, "organisation_id"));
    }

    @Test
    void others_do_not_take_an_invitation_back_by_inviting_too() {
        invite(manager, "sought@nowhere" + domain, Map.of());
        String link = letters.link("sought@nowhere" + domain);
        Visitor stranger = newcomers.founder("eve@rival" + domain, "Eve", "Rival");
        invite(stranger, "sought@nowhere" + domain, Map.of());
        assertThat(new Visitor(port).get(link).status()).isEqualTo(200);
    }

    @Test
    void nobody_learns_by_inviting_who_has_an_account_elsewhere() {
        Visitor.Page known = invite(manager, "ada@desk.example", Map.of());
        Visitor.Page unknown = invite(manager, "nobody@nowhere" + domain, Map.of());
        assertThat(known).isEqualTo(unknown);
        assertThat(manager.get("/organisation").body()).contains("ada@desk.example", "nobody@nowhere" + domain);
        assertThat(letters.newest("ada@desk.example"))
                .contains("has an account already")
                .doesNotContain("/invitation/");
        assertThat(invite(manager, mia, Map.of()).body()).contains("There is an account with this address already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no address", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example"})
    void what_is_no_address_is_not_invited(String address) {
        Visitor.Page answer = invite(manager, address, Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Enter a mail address", "Error: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Two\r\nLines", "ada@desk.example", "Ad\u0430 Brook", ""})
    void names_that_could_deceive_open_no_account(String name) {
        invite(manager, at("odd"), Map.of());
        Visitor odd = new Visitor(port);
        assertThat(newcomers.accept(odd, letters.link(at("odd")), name).status())
                .isEqualTo(422);
    }

    @Test
    void invitations_are_limited() {
        for (int i = 0; i < 20; i++) {
            invite(manager, "many" + i + "@" + domain, Map.of());
        }
        assertThat(invite(manager, at("last"), Map.of()).body()).contains("too many letters");
    }

    @Test
    void what_is_delicate_asks_again_after_a_quarter_of_an_hour() {
        colleague("tom", false);
        clock.advance(Duration.ofMinutes(16));
        assertThat(manager.get("/organisation").status()).isEqualTo(200);
        assertThat(manager.get(page("tom")).location()).startsWith("/sign-in/again?next=");
        manager.get("/organisation");
        assertThat(manager.post(page("tom") + "/removal", Map.of()).location())
                .isEqualTo("/sign-in/again?next=" + page("tom").replace("/", "%2F"));
        assertThat(newcomers.of(at("tom"), "state")).isEqualTo("ACTIVE");
    }

    @Test
    void every_deed_is_written_down() {
        invite(colleague("tom", false), at("uma"), Map.of());
        newcomers.invited(at("uma"), "Uma");
        deed(manager, "uma", "/approval", Map.of());
        deed(manager, "tom", "/managing", Map.of("manages", "true"));
        deed(manager, "uma", "/removal", Map.of());
        manager.get("/organisation/sharing");
        manager.post("/organisation/sharing", Map.of("all", "true"));
        assertThat(database.sql(
                                "select deed from audit_entry where actor_id = :mia and deed <> 'SIGNED_IN' order by id")
                        .param("mia", newcomers.id(mia))
                        .query(String.class)
                        .list())
                .containsExactly(
                        "REGISTERED", "INVITED", "APPROVED", "ROLE_CHANGED", "DEACTIVATED", "ORGANISATION_CHANGED");
        assertThat(database.sql(
                                "select details ->> 'invited by' from audit_entry where deed = 'JOINED' and subject = :uma")
                        .param("uma", "person:" + newcomers.id(at("uma")))
                        .query(String.class)
                        .single())
                .isEqualTo("person:" + newcomers.id(at("tom")));
    }
}
