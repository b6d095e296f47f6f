package support.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Licence reports taken in by the admin, good ones and bad ones. */
@DeskTest
class LicencesTest {
    private static final String NAMES =
            "addonLicenseId,licenseId,appEntitlementNumber,addonKey,hosting,licenseType,status,"
                    + "tier,maintenanceStartDate,maintenanceEndDate,company,technicalContactEmail,somethingNew\n";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor emil = new Visitor(0);

    @BeforeEach
    void comeIn() {
        emil = new Visitor(port).signedIn("emil@desk.example");
        emil.get("/licences");
    }

    private static String line(String id, String start, String end) {
        return id + ",SEN-" + id + ",E-" + id + ",signpost,Data Center,COMMERCIAL,active,50 Users," + start + "," + end
                + ",Vole & Sons,ann@vole.example,=HYPERLINK(1)\n";
    }

    /** The page of the run when it is over. */
    private String taken(String text) {
        return taken(text.getBytes(StandardCharsets.UTF_8));
    }

    private String taken(byte[] file) {
        emil.get("/licences");
        Visitor.Page sent = emil.post("/licences/imports", Map.of(), new Visitor.Upload("file", "report.csv", file));
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !emil.get(sent.location()).body().contains("<progress"));
        return emil.get(sent.location()).body();
    }

    private String licence(String id, String column) {
        return database.sql("select " + column + " from licence where key = :key")
                .param("key", id)
                .query(String.class)
                .single();
    }

    private long known(String like) {
        return database.sql("select count(*) from licence where key like :like")
                .param("like", like)
                .query(Long.class)
                .single();
    }

    @Test
    void a_report_is_taken_in_with_all_its_columns_and_once() {
        String report = NAMES + line("A1", "2034-01-01", "2036-02-29") + line("A2", "", "");
        assertThat(taken(report)).contains("All lines were read.");
        assertThat(licence("A1", "sen || entitlement_number || hosting || kind || ends_on"))
                .isEqualTo("SEN-A1E-A1DATA_CENTERCOMMERCIAL2036-02-29");
        assertThat(licence("A1", "report ->> 'somethingNew'")).isEqualTo("=HYPERLINK(1)");
        assertThat(taken(report))
                .containsPattern("New</dt>\\s*<dd>0</dd>")
                .containsPattern("Changed</dt>\\s*<dd>0</dd>");
        assertThat(taken(NAMES + line("A1", "2034-01-01", "2037-01-01"))).containsPattern("Changed</dt>\\s*<dd>1</dd>");
        assertThat(licence("A1", "ends_on::text")).isEqualTo("2037-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "B1,2034-02-31,2035-01-01,not a day of the calendar",
        "B2,2034-01-01,2033-01-01,ends before it begins",
        "B3,someday,,not a day of the calendar",
        "B4,0000-01-01,,not a day of the calendar",
        "B5,,0001-01-01,not a day of the calendar"
    })
    void a_bad_line_is_left_out_and_the_others_are_taken_in(String id, String start, String end, String said) {
        String page =
                taken(NAMES + line(id, start == null ? "" : start, end == null ? "" : end) + line(id + "good", "", ""));
        assertThat(page).contains(said).contains("All lines were read.").containsPattern("Left out</dt>\\s*<dd>1</dd>");
        assertThat(known(id + "%")).isEqualTo(1);
    }

    @Test
    void marks_semicolons_and_mixed_line_ends_are_read() {
        String report = "\uFEFF" + (NAMES + line("C1", "", "") + line("C2", "", "")).replace(',', ';');
        assertThat(taken(report.replaceFirst("\n", "\r\n").replaceFirst("\n$", "\r")))
                .contains("All lines were read.");
        assertThat(known("C%")).isEqualTo(2);
    }

    @Test
    void what_stands_twice_counts_as_it_stands_last() {
        assertThat(taken(NAMES + line("D1", "", "2035-01-01") + line("D1", "", "2036-01-01")))
                .contains("The same licence stands above");
        assertThat(licence("D1", "ends_on::text")).isEqualTo("2036-01-01");
    }

    @Test
    void a_field_of_a_million_characters_is_left_out() {
        assertThat(taken(NAMES + line("E1", "", "").replace("Vole & Sons", "x".repeat(1_000_000)) + line("E2", "", "")))
                .contains("longer than");
        assertThat(known("E_")).isEqualTo(1);
    }

    @Test
    void a_file_that_ends_in_the_middle_keeps_what_stands_before() {
        String report = NAMES + line("F1", "", "") + "F2,SEN-F2,\"E-F";
        assertThat(taken(report))
                .contains("From here on nothing could be read")
                .contains("could not be read to its end");
        assertThat(taken(NAMES + line("F1", "", "") + "F3,SEN-F3")).contains("could not be read to its end");
        assertThat(known("F%")).isEqualTo(1);
        String json =
                "[{\"addonLicenseId\":\"F5\",\"addonKey\":\"signpost\",\"hosting\":\"Cloud\",\"status\":\"active\"},{\"add";
        assertThat(taken(json)).contains("From here on nothing could be read").contains("could not be read to its end");
        assertThat(known("F5")).isEqualTo(1);
    }

    @Test
    void a_quote_that_is_never_closed_is_no_whole_file() {
        String report = NAMES + line("K1", "", "") + line("K2", "", "").replace("Vole", "\"Vole") + line("K3", "", "");
        assertThat(taken(report)).contains("<td class=\"number\">3</td>").contains("could not be read to its end");
        assertThat(known("K%")).isEqualTo(1);
    }

    @Test
    void what_an_index_cannot_hold_is_left_out_and_the_others_are_taken_in() {
        String wide = "\uD83D\uDC18".repeat(990);
        String report = NAMES
                + line("L1", "", "").replace("L1", wide)
                + line("L2", "", "").replace("Vole & Sons", wide)
                + line("L3", "", "").replace("ann@", wide + "@")
                + line("L4", "", "").replace("signpost", wide)
                + line("L5", "", "");
        assertThat(taken(report)).contains("longer than").contains("All lines were read.");
        assertThat(known("L%")).isEqualTo(1);
    }

    @Test
    void a_licence_that_gains_its_entitlement_stays_the_same() {
        taken(NAMES + line("M1", "", "2035-01-01"));
        String id = licence("M1", "id::text");
        String later = NAMES.replace("addonLicenseId", "appEntitlementId,addonLicenseId");
        assertThat(taken(later + "ent-M1," + line("M1", "", "2036-01-01")))
                .containsPattern("New</dt>\\s*<dd>0</dd>")
                .containsPattern("Changed</dt>\\s*<dd>1</dd>");
        assertThat(licence("ent-M1", "id::text")).isEqualTo(id);
    }

    @Test
    void a_line_that_was_read_otherwise_before_is_read_again() {
        taken(NAMES + line("N1", "", ""));
        database.sql("update licence set tier = 'misread' where key = 'N1'").update();
        assertThat(taken(NAMES + line("N1", "", ""))).containsPattern("Changed</dt>\\s*<dd>1</dd>");
        assertThat(licence("N1", "tier")).isEqualTo("50 Users");
    }

    @Test
    void as_many_problems_as_anybody_reads_are_kept() {
        String page = taken(NAMES + "x\n".repeat(2500) + line("P1", "", ""));
        assertThat(page).containsPattern("Left out</dt>\\s*<dd>2,500</dd>");
        assertThat(page.split("another number of columns", -1)).hasSize(1001);
    }

    @Test
    void a_run_that_lost_its_instance_has_broken_off() {
        database.sql("""
                        insert into licence_import (source, started_at, progress_at, state, bytes)
                        values ('lost.csv', timestamptz '2020-01-01 00:00Z', timestamptz '2020-01-01 00:00Z', 'RUNNING', 1)
                        """).update();
        assertThat(emil.get("/licences").body()).containsPattern("lost.csv</td>\\s*<td>Broke off");
    }

    @Test
    void dotted_columns_of_a_csv_file_are_read() {
        taken(NAMES.replace("technicalContactEmail", "contactDetails.technicalContact.email")
                        .replace("company", "contactDetails.company")
                + line("Q1", "", ""));
        assertThat(licence("Q1", "company || technical_contact")).isEqualTo("Vole & Sonsann@vole.example");
    }

    @ParameterizedTest
    @CsvSource({"' '", "nothing", "{}", "[", "'{\"licenses\": 3}'"})
    void a_file_without_lines_says_so(String text) {
        assertThat(taken(text)).contains("could not be read to its end");
    }

    @Test
    void bytes_that_are_no_text_are_no_failure() {
        byte[] bytes = new byte[5000];
        new java.util.Random(3).nextBytes(bytes);
        assertThat(taken(bytes)).contains("What was noticed");
        assertThat(
                        taken(
                                "[{\"addonLicenseId\":\"G1\",\"addonKey\":\"a\\u0000\\ud800b\",\"hosting\":\"Cloud\",\"status\":\"active\"}]"))
                .contains("All lines were read.");
        assertThat(licence("G1", "app_key")).isEqualTo("a?b");
    }

    @Test
    void json_in_the_shape_of_the_interface_is_read() {
        String report = """
                {"links": {"self": "x"}, "licenses": [
                  {"addonLicenseId": "H1", "appEntitlementId": "H-ent", "appEntitlementNumber": "e-h1", "licenseId": "4711",
                   "addonKey": "signpost", "hosting": "Cloud", "licenseType": "EVALUATION", "status": "cancelled",
                   "maintenanceStartDate": "2035-01-01", "maintenanceEndDate": "2035-12-31T00:00:00Z",
                   "contactDetails": {"company": "Vole", "technicalContact": {"email": "Tom@Vole.example"}},
                   "partnerDetails": {"partnerName": "Maplework"}}]}""";
        assertThat(taken(report)).contains("All lines were read.");
        assertThat(licence(
                        "H-ent",
                        "sen || entitlement_number || kind || status || technical_contact || partner || company"))
                .isEqualTo("SEN-4711E-H1EVALUATIONCANCELLEDTom@Vole.exampleMapleworkVole");
        assertThat(emil.get("/licences?search=e-h1").body()).contains("E-H1").contains("Vole");
        assertThat(emil.get("/licences?search=100%25").body()).contains("Nothing found");
    }

    @Test
    void an_admin_says_whose_a_licence_is() {
        taken(NAMES + line("J1", "", ""));
        String id = licence("J1", "id::text");
        String organisation = database.sql("select id::text from organisation where name = 'Himal Tea Traders'")
                .query(String.class)
                .single();
        assertThat(emil.get("/licences/" + id).body()).contains("=HYPERLINK(1)").contains("Himal Tea Traders</option>");
        assertThat(emil.post("/licences/" + id + "/organisation", Map.of("organisation", organisation))
                        .status())
                .isEqualTo(302);
        assertThat(emil.get("/licences?search=SEN-J1").body()).contains("Himal Tea Traders</span>");
        assertThat(new Visitor(port)
                        .signedIn("asha@himal.example")
                        .get("/tickets/new")
                        .body())
                .contains("E-J1");
    }

    @Test
    void no_file_is_said_in_words() {
        assertThat(emil.post("/licences/imports", Map.of()).body()).contains("Choose a file");
    }
}
