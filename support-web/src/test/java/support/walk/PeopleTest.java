package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What admins do about people and organisations, and what nobody may. */
@DeskTest
class PeopleTest {
    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Newcomers newcomers;
    private Letterbox letters;
    private Visitor emil;
    private String unique;

    @BeforeEach
    void signIn() {
        newcomers = new Newcomers(port, database);
        letters = new Letterbox(database);
        emil = new Visitor(port).signedIn("emil@desk.example");
        unique = "unique" + count++;
    }

    @AfterEach
    void tidy() {
        database.sql("delete from bucket").update();
        database.sql("update person set role = 'LIGHT_AGENT' where email like 'unique%@desk.example'")
                .update();
    }

    /** A person of the desk who needs one factor only, as those of the demo do. */
    private long deskPerson(String role) {
        return database.sql(
                        "insert into person (email, name, role, password, demo) select :email, :name, :role, password, true"
                                + " from person where email = 'ada@desk.example' returning id")
                .param("email", address())
                .param("name", "Person " + unique)
                .param("role", role)
                .query(Long.class)
                .single();
    }

    private String address() {
        return unique + "@desk.example";
    }

    private Visitor.Page deed(long person, String deed, Map<String, String> fields) {
        emil.get("/people/" + person);
        return emil.post("/people/" + person + deed, fields);
    }

    private long kestrel() {
        return database.sql("select id from organisation where name = 'Kestrel Analytics'")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "search=quell,Marta Quell,Ada Brook",
        "search=ADA@desk,Ada Brook,Marta Quell",
        "search=nordlicht,Marta Quell,Avery Stone",
        "role=LEAD,Dana Ridge,Ada Brook",
        "search=%25,Nobody matches,Ada Brook",
        "search=_da,Nobody matches,Ada Brook",
        "search='; drop table person; --,Nobody matches,Ada Brook",
        "state=ERASED,Nobody matches,Ada Brook"
    })
    void people_are_found_by_name_address_and_organisation(String query, String shown, String hidden) {
        Visitor.Page page = emil.get("/people?" + query.replace(" ", "%20"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(shown).doesNotContain(hidden);
    }

    @Test
    void the_list_goes_on_where_the_page_before_ended() {
        for (int i = 0; i < 60; i++) {
            database.sql("insert into person (email, name, role) values (:email, :name, 'LIGHT_AGENT')")
                    .param("email", unique + "-" + i + "@desk.example")
                    .param("name", "same " + unique)
                    .update();
        }
        String first = emil.get("/people?search=" + unique).body();
        assertThat(first.split("href=\"/people/\\d+\"", -1)).hasSize(51);
        String more = first.replaceFirst("(?s).*href=\"(/people\\?[^\"]*after=\\d+)\".*", "$1")
                .replace("&amp;", "&");
        String second = emil.get(more).body();
        assertThat(second.split("href=\"/people/\\d+\"", -1)).hasSize(11);
        assertThat(second).doesNotContain("Next page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"role=NONSENSE", "state=x", "after=nonsense", "after=99999999999999999999"})
    void what_is_no_filter_is_refused(String query) {
        assertThat(emil.get("/people?" + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@desk.example", "linus@desk.example", "dana@desk.example", "marta@nordlicht.example"})
    void nobody_but_admins_looks_after_people(String email) {
        Visitor visitor = new Visitor(port).signedIn(email);
        long person = newcomers.id("avery@kestrel.example");
        String organisation = "/organisations/" + kestrel();
        for (String page : List.of(
                "/people",
                "/people/" + person,
                "/people/invitation",
                organisation + "/domains",
                organisation + "/invitation")) {
            assertThat(visitor.get(page).status()).as(page).isEqualTo(404);
        }
        visitor.get("/account");
        for (String deed : List.of(
                "/people/" + person + "/role",
                "/people/" + person + "/managing",
                "/people/" + person + "/approval",
                "/people/" + person + "/refusal",
                "/people/" + person + "/deactivation",
                "/people/" + person + "/reactivation",
                "/people/" + person + "/sessions/end",
                "/people/" + person + "/second-factor/removal",
                "/people/invitation",
                "/people/invitations/withdrawal",
                organisation + "/domains",
                organisation + "/domains/removal",
                organisation + "/invitation",
                organisation + "/invitations/withdrawal")) {
            assertThat(visitor.post(
                                    deed,
                                    Map.of(
                                            "role",
                                            "ADMIN",
                                            "manages",
                                            "true",
                                            "email",
                                            "x@y.example",
                                            "domain",
                                            "y.example"))
                            .status())
                    .as(deed)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ada@desk.example,200",
        "linus@desk.example,200",
        "dana@desk.example,200",
        "emil@desk.example,200",
        "marta@nordlicht.example,404",
        "avery@kestrel.example,404"
    })
    void people_of_the_desk_read_organisations(String email, int status) {
        Visitor visitor = new Visitor(port).signedIn(email);
        assertThat(visitor.get("/organisations").status()).isEqualTo(status);
        Visitor.Page page = visitor.get("/organisations/" + kestrel());
        assertThat(page.status()).isEqualTo(status);
        if (status == 200 && !email.startsWith("emil")) {
            assertThat(page.body()).contains("avery@kestrel.example").doesNotContain("<form class", "/invitation\"");
        }
    }

    @Test
    void people_of_the_desk_have_no_organisation_of_their_own() {
        assertThat(emil.get("/organisation").status()).isEqualTo(404);
        assertThat(emil.get("/organisations/999999").status()).isEqualTo(404);
        assertThat(emil.get("/organisations/nonsense").status()).isEqualTo(404);
        assertThat(emil.get("/people/999999").status()).isEqualTo(404);
    }

    @Test
    void a_role_counts_from_the_next_request_and_ends_all_sessions() {
        long person = deskPerson("AGENT");
        Visitor agent = new Visitor(port).signedIn(address());
        assertThat(agent.get("/report").status()).isEqualTo(404);
        assertThat(deed(person, "/role", Map.of("role", "LEAD")).location())
                .isEqualTo("/people/" + person + "?done=role");
        assertThat(agent.get("/queue").location()).startsWith("/sign-in");
        assertThat(new Visitor(port).signedIn(address()).get("/report").status())
                .isEqualTo(200);
        assertThat(letters.newest(address())).contains("Your role has changed");
    }

    @Test
    void customers_do_not_become_people_of_the_desk_nor_the_other_way_round() {
        long avery = newcomers.id("avery@kestrel.example");
        assertThat(deed(avery, "/role", Map.of("role", "ADMIN")).status()).isEqualTo(409);
        assertThat(deed(deskPerson("AGENT"), "/role", Map.of("role", "CUSTOMER"))
                        .status())
                .isEqualTo(409);
        assertThat(deed(newcomers.id(address()), "/managing", Map.of("manages", "true"))
                        .status())
                .isEqualTo(409);
        assertThat(deed(avery, "/role", Map.of("role", "NONSENSE")).status()).isEqualTo(400);
        assertThat(newcomers.of("avery@kestrel.example", "role")).isEqualTo("CUSTOMER");
        assertThat(newcomers.of(address(), "role")).isEqualTo("AGENT");
    }

    @Test
    void an_admin_is_always_left() {
        long self = newcomers.id("emil@desk.example");
        assertThat(deed(self, "/role", Map.of("role", "AGENT")).body()).contains("Nobody else is an admin");
        assertThat(deed(self, "/deactivation", Map.of()).body()).contains("cannot do this to yourself");
        assertThat(deed(self, "/second-factor/removal", Map.of()).status()).isEqualTo(409);
        assertThat(newcomers.of("emil@desk.example", "role || state")).isEqualTo("ADMINACTIVE");
    }

    @Test
    void of_two_admins_who_demote_each_other_at_the_same_moment_one_stays() throws Exception {
        long other = deskPerson("ADMIN");
        Visitor second = new Visitor(port).signedIn(address());
        long self = newcomers.id("emil@desk.example");
        emil.get("/people/" + other);
        second.get("/people/" + self);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> demoting = List.of(
                    () -> emil.post("/people/" + other + "/role", Map.of("role", "AGENT"))
                            .status(),
                    () -> second.post("/people/" + self + "/role", Map.of("role", "AGENT"))
                            .status());
            assertThat(both.invokeAll(demoting).stream().map(Future::resultNow)).contains(302);
        }
        assertThat(database.sql("select count(*) from person where role = 'ADMIN' and state = 'ACTIVE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        database.sql("update person set role = 'ADMIN' where email = 'emil@desk.example'")
                .update();
    }

    @Test
    void access_is_taken_and_given_back() {
        long person = deskPerson("AGENT");
        Visitor agent = new Visitor(port).signedIn(address());
        assertThat(deed(person, "/deactivation", Map.of()).location()).endsWith("?done=deactivated");
        assertThat(agent.get("/queue").location()).startsWith("/sign-in");
        assertThat(deed(person, "/deactivation", Map.of()).status()).isEqualTo(409);
        assertThat(emil.get("/people/" + person).body()).contains("No access", "Give the access back");
        assertThat(deed(person, "/reactivation", Map.of()).location()).endsWith("?done=reactivated");
        assertThat(new Visitor(port).signedIn(address()).get("/queue").status()).isEqualTo(200);
    }

    @Test
    void sessions_are_ended_and_a_lost_second_factor_is_removed() {
        long person = deskPerson("AGENT");
        Visitor agent = new Visitor(port).signedIn(address());
        assertThat(deed(person, "/sessions/end", Map.of()).location()).endsWith("?done=sessions");
        assertThat(agent.get("/queue").location()).startsWith("/sign-in");
        database.sql(
                        "insert into code_app (person_id, secret, created_at, confirmed_at) values (:id, '\\x00', now(), now())")
                .param("id", person)
                .update();
        Visitor half = new Visitor(port).signedIn(address());
        assertThat(half.get("/queue").location()).startsWith("/sign-in/code");
        assertThat(emil.get("/people/" + person).body()).contains("Remove the second factor");
        assertThat(deed(person, "/second-factor/removal", Map.of()).location()).endsWith("?done=secondFactor");
        assertThat(new Visitor(port).signedIn(address()).get("/queue").status()).isEqualTo(200);
        assertThat(letters.newest(address())).contains("Your second factor was removed");
        assertThat(database.sql(
                                "select count(*) from audit_entry where deed = 'CODE_APP_REMOVED' and subject = :subject")
                        .param("subject", "person:" + person)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void people_are_invited_to_the_desk_with_a_role() {
        emil.get("/people/invitation");
        assertThat(emil.post("/people/invitation", Map.of("email", address(), "role", "LEAD"))
                        .location())
                .isEqualTo("/people?done=invited");
        assertThat(emil.get("/people").body()).contains(address());
        Visitor lead = newcomers.invited(address(), "Lena Lead");
        assertThat(newcomers.of(address(), "role || state || coalesce(organisation_id, 0)"))
                .isEqualTo("LEADACTIVE0");
        assertThat(lead.get("/queue").location()).as("a second factor first").startsWith("/sign-in/set-up");
        emil.get("/people/invitation");
        assertThat(emil.post("/people/invitation", Map.of("email", address(), "role", "LEAD"))
                        .body())
                .contains("There is an account with this address already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUSTOMER", "", "NONSENSE"})
    void nobody_is_invited_to_the_desk_without_a_role_of_it(String role) {
        emil.get("/people/invitation");
        Visitor.Page answer = emil.post("/people/invitation", Map.of("email", address(), "role", role));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(letters.texts(address())).isEmpty();
    }

    @Test
    void invitations_of_an_admin_who_is_one_no_more_are_worth_nothing() {
        long person = deskPerson("ADMIN");
        Visitor admin = new Visitor(port).signedIn(address());
        admin.get("/people/invitation");
        admin.post("/people/invitation", Map.of("email", "late-" + address(), "role", "ADMIN"));
        String link = letters.link("late-" + address());
        deed(person, "/role", Map.of("role", "AGENT"));
        assertThat(new Visitor(port).get(link).status()).isEqualTo(410);
    }

    @Test
    void an_admin_invites_a_manager_into_an_organisation() {
        String page = "/organisations/" + kestrel();
        emil.get(page + "/invitation");
        assertThat(emil.post(page + "/invitation", Map.of("email", unique + "@kestrel.example", "manages", "true"))
                        .location())
                .isEqualTo(page + "?done=invited");
        assertThat(emil.get(page).body()).contains(unique + "@kestrel.example");
        assertThat(letters.newest(unique + "@kestrel.example")).contains("Emil Shore", "Kestrel Analytics");
        newcomers.invited(unique + "@kestrel.example", "Kira");
        assertThat(newcomers.of(unique + "@kestrel.example", "role || manages || organisation_id"))
                .isEqualTo("CUSTOMERtrue" + kestrel());
    }

    @Test
    void a_mail_domain_leads_to_its_organisation_until_it_is_removed() {
        String page = "/organisations/" + kestrel() + "/domains";
        emil.get(page);
        assertThat(emil.post(page, Map.of("domain", "@" + unique + ".Example", "approval", "false"))
                        .location())
                .isEqualTo(page);
        Visitor.Page shown = emil.get(page);
        assertThat(shown.body()).contains(unique + ".example");
        newcomers.founder("nia@" + unique + ".example", "Nia", "does not count");
        assertThat(newcomers.of("nia@" + unique + ".example", "organisation_id || state"))
                .isEqualTo(kestrel() + "ACTIVE");
        emil.get(page);
        assertThat(emil.post(page, Map.of("domain", unique + ".example")).body())
                .contains("belongs to an organisation already");
        emil.get(page);
        emil.post(page + "/removal", Map.of("domain", unique + ".example"));
        assertThat(emil.get(page).body()).doesNotContain(unique + ".example");
        assertThat(emil.post(page + "/removal", Map.of("domain", unique + ".example"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "gmail.com,Anybody can have an address",
        "GMX.de,Anybody can have an address",
        "outlook.com,Anybody can have an address",
        "web.de,Anybody can have an address",
        "localhost,Enter a domain",
        "'',Enter a domain",
        "a b.example,Enter a domain",
        "x@y.example,Enter a domain"
    })
    void a_domain_of_everybody_or_of_nobody_is_refused(String domain, String why) {
        String page = "/organisations/" + kestrel() + "/domains";
        emil.get(page);
        Visitor.Page answer = emil.post(page, Map.of("domain", domain));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(why);
    }
}
