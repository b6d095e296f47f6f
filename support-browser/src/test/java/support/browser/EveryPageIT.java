package support.browser;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every page, light and dark, wide and as narrow as a phone: nobody is shut out, nothing scrolls sideways. Different
 * people look at different things, so they do it at the same time.
 */
@BrowserTest
@Execution(ExecutionMode.CONCURRENT)
class EveryPageIT {
    private static final Map<String, List<String>> PAGES = Map.of(
            "",
                    List.of(
                            "/policy",
                            "/policy?at=nonsense",
                            "/sign-in",
                            "/sign-in?error",
                            "/sign-in?later=5",
                            "/register",
                            "/register?sent",
                            "/password",
                            "/password/used",
                            "/sign-in/link"),
            "marta@nordlicht.example",
                    List.of(
                            "/tickets",
                            "/tickets?show=DONE",
                            "/tickets/new",
                            "/tickets/SUP-0",
                            "/tickets/SUP-1321",
                            "/support?ctx=nothing",
                            "/topics",
                            "/topics?kind=IDEA",
                            "/topics?search=nothing",
                            "/topics/1",
                            "/topics/3",
                            "/account",
                            "/account/security",
                            "/account/security/code-app",
                            "/account/security/tokens",
                            "/account/sessions",
                            "/account/security/data",
                            "/organisation",
                            "/organisation/sharing",
                            "/organisation/departure",
                            "/organisation/invitation",
                            "/organisation/people/2",
                            "/partnership"),
            "sam@kestrel.example", List.of("/organisation", "/organisation/invitation"),
            "lena@maplework.example",
                    List.of(
                            "/lane",
                            "/organisation",
                            "/partnership",
                            "/space",
                            "/space/apps/1",
                            "/codes",
                            "/codes/2",
                            "/training",
                            "/training/1?waiting",
                            "/training/2",
                            "/lane?show=ALL&kept=true",
                            "/lane?customer=1&show=ALL",
                            "/lane/customers",
                            "/tickets/new"),
            "edith@brightwater.example",
                    List.of(
                            "/organisation/consents",
                            "/organisation/consents/1",
                            "/tickets",
                            "/search?q=the",
                            "/search?q=nowhere"),
            "robin@pinecrest.example", List.of("/organisation", "/organisation/people/12"),
            "ada@desk.example",
                    List.of(
                            "/queue",
                            "/queue?q=status:closed",
                            "/queue/bulk?ticket=SUP-1080.1&ticket=SUP-1004.1",
                            "/queue?q=coverage:undecided",
                            "/search",
                            "/search?q=marta",
                            "/search?q=sevrity:1",
                            "/tickets/SUP-1321",
                            "/tickets/SUP-1080",
                            "/tickets/SUP-1080/history",
                            "/tickets/SUP-1080/merge?into=SUP-1003",
                            "/tickets/SUP-1080/split",
                            "/tickets/SUP-1003",
                            "/account/security",
                            "/account/absences",
                            "/account/keys",
                            "/mentions",
                            "/tickets/SUP-1080/history?kind=WORDS&who=0",
                            "/queue/views",
                            "/queue/views/new",
                            "/macros",
                            "/macros/new",
                            "/tickets/SUP-1080/macros",
                            "/sign-in/again?passkey=wrong",
                            "/organisations",
                            "/organisations/2"),
            "dana@desk.example",
                    List.of(
                            "/topics/4",
                            "/topics/1?stale",
                            "/topics/1/edit",
                            "/topics/new?kind=IDEA&ticket=SUP-1080&title=Words",
                            "/team",
                            "/team/waiting",
                            "/team/14",
                            "/partners",
                            "/partners?standing=SUSPENDED",
                            "/partners/5",
                            "/partners/7",
                            "/partners/9",
                            "/report",
                            "/report?month=2035-05",
                            "/report?month=2001-01",
                            "/report/coverage",
                            "/report/coverage?month=2001-01",
                            "/scope",
                            "/terms",
                            "/terms?gone",
                            "/terms/calendar",
                            "/terms/calendar?name=Office+hours&year=2036",
                            "/terms/policy",
                            "/terms/examples",
                            "/news",
                            "/news/1",
                            "/materials",
                            "/materials/new?app=1",
                            "/courses",
                            "/courses/1",
                            "/courses/1/edit",
                            "/courses/1/sessions/new",
                            "/course-sessions/1",
                            "/course-sessions/2?noreason",
                            "/campaigns",
                            "/campaigns/new",
                            "/campaigns/2",
                            "/campaigns/2?search=nothing"),
            "emil@desk.example",
                    List.of(
                            "/admin",
                            "/automations",
                            "/automations/new",
                            "/outbox",
                            "/outbox?state=FAILED",
                            "/licences",
                            "/licences/1",
                            "/catalogue",
                            "/catalogue/apps/1",
                            "/catalogue/apps/6",
                            "/catalogue/platforms",
                            "/catalogue/platforms/1",
                            "/catalogue/platforms/4",
                            "/licences?search=nothing",
                            "/audit",
                            "/audit?to=2001-01-01",
                            "/people/2/erasure",
                            "/people",
                            "/people?search=nobody",
                            "/people/2",
                            "/people/13",
                            "/people/invitation",
                            "/organisations",
                            "/organisations?search=nobody",
                            "/organisations/1",
                            "/organisations/1/domains",
                            "/organisations/1/invitation"));

    private static final String REPORT =
            "addonLicenseId,addonKey,hosting,status,maintenanceEndDate\nx1,signpost,Cloud,active,2035-02-31\n";

    @LocalServerPort
    int port;

    static Stream<Arguments> people() {
        return PAGES.entrySet().stream().map(pages -> Arguments.of(pages.getKey(), pages.getValue()));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @MethodSource("people")
    void shuts_nobody_out(String email, List<String> paths) {
        try (Person person = new Person(port)) {
            if (!email.isEmpty()) {
                person.signedIn(email);
            }
            for (String path : paths) {
                person.open(path);
                person.assertNobodyIsShutOutInAnyLook();
            }
        }
    }

    @Test
    void shuts_nobody_out_of_a_form_with_errors() {
        try (Person marta = new Person(port).signedIn("marta@nordlicht.example")) {
            marta.open("/tickets/new");
            marta.press("Send");
            marta.assertNobodyIsShutOutInAnyLook();
        }
    }

    @Test
    void shuts_nobody_out_of_a_draft_with_errors() {
        try (Person dana = new Person(port).signedIn("dana@desk.example")) {
            dana.open("/terms/calendar");
            dana.page.locator("#closures").fill("nonsense");
            dana.press("Keep the draft");
            dana.assertNobodyIsShutOutInAnyLook();
            dana.open("/terms/examples");
            dana.press("Add an example");
            dana.assertNobodyIsShutOutInAnyLook();
            dana.open("/terms/policy");
            dana.page.locator("#warnAtPercent").fill("0");
            dana.press("Keep the draft");
            dana.assertNobodyIsShutOutInAnyLook();
            dana.page.locator("#warnAtPercent").fill("60");
            dana.press("Keep the draft");
            for (String path : List.of("/terms", "/terms/policy", "/terms/rehearsal", "/terms/publication")) {
                dana.open(path);
                dana.assertNobodyIsShutOutInAnyLook();
            }
            dana.open("/terms/policy");
            dana.press("Discard the draft");
        }
    }

    @Test
    void shuts_nobody_out_of_what_is_filled() {
        try (Person emil = new Person(port).signedIn("emil@desk.example")) {
            emil.open("/organisations/1/domains");
            emil.page.locator("#domain").fill("gmail.com");
            emil.press("Add a domain");
            emil.assertNobodyIsShutOutInAnyLook();
            emil.open("/people/invitation");
            emil.page
                    .getByLabel("Mail address")
                    .fill("a.person.with.a.rather.long.address@a-company-of-many-words.example");
            emil.press("Send the invitation");
            emil.assertNobodyIsShutOutInAnyLook();
            emil.open("/licences");
            emil.page
                    .getByLabel("Licence report of the Marketplace")
                    .setInputFiles(new FilePayload("report.csv", "text/csv", REPORT.getBytes(StandardCharsets.UTF_8)));
            emil.press("Take a report in");
            emil.page.getByText("What was noticed").waitFor();
            emil.assertNobodyIsShutOutInAnyLook();
            emil.open("/tickets/SUP-1080");
            emil.page.getByLabel("Mail address of a customer").fill("robin@pinecrest.example");
            emil.page.keyboard().press("Enter"); // there is a button "Add" for tags, too
            emil.page.locator("#participants").getByText("Robin Hale").first().waitFor();
            emil.assertNobodyIsShutOutInAnyLook();
        }
    }
}
