package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import support.audit.Deed;
import support.audit.app.Audit;
import support.audit.app.AuditCheck;
import support.database.KnownConnection;
import support.people.persistence.People;
import support.testing.SettableClock;
import support.testing.TestDatabase;
import support.testing.TestTime;

/** Who did what, as admins see it. */
@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class AuditTest {
    @LocalServerPort
    int port;

    @Autowired
    Audit audit;

    @Autowired
    AuditCheck check;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    TestDatabase.Copy copy;

    @Autowired
    SettableClock clock;

    private long marta;
    private long emil;

    @BeforeEach
    void two_people() {
        clock.set(TestTime.MONDAY_AT_TEN);
        marta = person("marta@nordlicht.example");
        emil = person("emil@desk.example");
    }

    private long person(String email) {
        return people.credentials(email).orElseThrow().person();
    }

    private Visitor admin() {
        return new Visitor(port).signedIn("emil@desk.example");
    }

    /** The table of entries, without the words of the filters above it. */
    private String entries(String query) {
        String body = admin().get("/audit" + query).body();
        return body.contains("<tbody>") ? body.substring(body.indexOf("<tbody>")) : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"marta@nordlicht.example", "linus@desk.example", "ada@desk.example", "dana@desk.example"})
    void nobody_but_admins_finds_it(String email) {
        Visitor visitor = new Visitor(port).signedIn(email);
        assertThat(visitor.get("/audit").status()).isEqualTo(404);
        assertThat(visitor.post("/audit/export", Map.of()).status()).isEqualTo(404);
        assertThat(visitor.post("/audit/check", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void administration_leads_to_it() {
        assertThat(admin().get("/admin").body()).contains("href=\"/audit\"");
    }

    @Test
    void each_deed_is_a_sentence_with_the_names_of_today() {
        audit.person(Deed.ROLE_CHANGED, emil, marta, Map.of("to", "AGENT"));
        audit.person(Deed.NAME_CHANGED, marta, marta, Map.of());
        audit.record(Deed.ORGANISATION_CHANGED, null, "organisation:999999999", Map.of());
        assertThat(entries(""))
                .contains(name(emil) + " changed the role of " + name(marta))
                .contains("to: AGENT")
                .contains(name(marta) + " changed their name")
                .contains("The desk changed organisation 999999999");
    }

    private String name(long person) {
        return people.viewer(person).orElseThrow().name();
    }

    @Test
    void who_is_gone_has_a_number() {
        audit.person(Deed.DEACTIVATED, 123_456_789L, 987_654_321L, Map.of());
        audit.record(Deed.TOKEN_REVOKED, 123_456_789L, "token:{0} it's {", Map.of("{", "'{"));
        assertThat(entries(""))
                .contains("person 123456789 deactivated person 987654321")
                .contains("person 123456789 revoked an access token of token:{0} it&#39;s {")
                .contains("{: &#39;{");
    }

    @Test
    void filters_find_deeds_people_subjects_and_days() {
        audit.person(Deed.APPROVED, emil, marta, Map.of("mark", "one"));
        audit.person(Deed.REACTIVATED, marta, emil, Map.of("mark", "two"));
        clock.set(TestTime.MONDAY_AT_TEN.plusSeconds(3L * 86_400));
        audit.person(Deed.REACTIVATED, marta, emil, Map.of("mark", "three"));
        assertThat(entries("?deed=APPROVED")).contains("mark: one").doesNotContain("mark: two");
        assertThat(entries("?actor=NORDLICHT.example")).contains("mark: two").doesNotContain("mark: one");
        assertThat(entries("?actor=" + emil)).contains("mark: one").doesNotContain("mark: two");
        assertThat(entries("?subject=" + name(marta).replace(" ", "+")))
                .contains("mark: one")
                .doesNotContain("mark: two");
        assertThat(entries("?subject=person:" + emil)).contains("mark: two").doesNotContain("mark: one");
        assertThat(entries("?deed=REACTIVATED&from=2035-06-18&to=2035-06-18"))
                .contains("mark: two")
                .doesNotContain("mark: three");
        assertThat(entries("?from=2035-06-19")).contains("mark: three").doesNotContain("mark: two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor=%25", "actor=%27%3B--", "subject=%00", "actor=%5C", "to=2001-01-01", "before=-5"})
    void what_matches_nothing_says_so(String query) {
        Visitor.Page page = admin().get("/audit?deed=ADMIN_RECOVERED&" + query);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("No entry matches these filters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deed=NONSENSE", "from=nonsense", "before=x", "before=99999999999999999999"})
    void what_makes_no_sense_is_refused(String query) {
        assertThat(admin().get("/audit?" + query).status()).isEqualTo(400);
    }

    @Test
    void pages_follow_one_another_with_no_entry_twice_and_none_left_out() {
        // a day of its own: other tests of this desk make tokens too, and no entry ever goes
        clock.set(TestTime.MONDAY_AT_TEN.minusSeconds(300L * 86_400));
        for (int i = 0; i < 60; i++) {
            audit.record(Deed.TOKEN_MADE, marta, "token:" + i, Map.of());
        }
        String day = clock.instant().toString().substring(0, 10);
        clock.set(TestTime.MONDAY_AT_TEN);
        Visitor admin = admin();
        String first =
                admin.get("/audit?deed=TOKEN_MADE&from=" + day + "&to=" + day).body();
        Matcher next = Pattern.compile("href=\"([^\"]*before=[0-9]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second = admin.get(next.group(1).replace("&amp;", "&")).body();
        assertThat(first).contains("token:59", "token:10").doesNotContain("token:9\"");
        assertThat(second).contains("token:9", "token:0").doesNotContain("token:10");
        assertThat(second).doesNotContain("rel=\"next\"");
    }

    @Test
    void harm_is_shown_as_its_number() {
        audit.record(Deed.LINK_ASKED_FOR, null, "a\r\nb", Map.of("typed", "\u001b[31m<script>alert(1)</script>"));
        assertThat(entries(""))
                .contains("a\\u000d\\u000ab")
                .contains("typed: \\u001b[31m&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void the_export_can_be_checked_by_others_and_leaves_an_entry() {
        audit.record(Deed.LINK_ASKED_FOR, null, "=HYPERLINK(\"x\")", Map.of("a", "\"b\", 'c' 🧨 é"));
        audit.record(Deed.LINK_ASKED_FOR, marta, "'+1", Map.of());
        Visitor admin = admin();
        admin.get("/audit");
        Visitor.Page page = admin.post("/audit/export", Map.of());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("\"'=HYPERLINK(\"\"x\"\")\"").contains(",''+1,");
        List<CsvRecord> rows =
                CsvReader.builder().ofCsvRecord(page.body()).stream().skip(1).toList();
        String previous = "";
        for (CsvRecord row : rows) {
            assertThat(row.getField(7)).isEqualTo(previous);
            assertThat(row.getField(8)).as(row.toString()).isEqualTo(hash(row));
            previous = row.getField(8);
        }
        assertThat(rows.getLast().getField(2)).isEqualTo("AUDIT_EXPORTED");
        assertThat(rows.getLast().getField(3)).isEqualTo(Long.toString(emil));
        assertThat(rows)
                .hasSize(database.sql("select count(*) from audit_entry")
                        .query(Integer.class)
                        .single());
    }

    /** As docs/admin.md tells it; without the library that wrote the entries. */
    private static String hash(CsvRecord row) {
        String text = "[%s, \"%s\", \"%s\", %s, \"%s\", %s, %s]"
                .formatted(
                        row.getField(0),
                        row.getField(1),
                        row.getField(2),
                        row.getField(3).isEmpty() ? "null" : row.getField(3),
                        row.getField(4)
                                .replaceFirst("^'", "")
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\""),
                        row.getField(5),
                        row.getField(6).isEmpty() ? "null" : "\"" + row.getField(6) + "\"");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(row.getField(7)));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_export_takes_what_the_page_shows() {
        audit.record(Deed.DOMAIN_MAPPED, emil, "organisation:1", Map.of());
        Visitor admin = admin();
        admin.get("/audit?deed=DOMAIN_MAPPED");
        String body = admin.post("/audit/export", Map.of()).body();
        assertThat(body.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",DOMAIN_MAPPED,"));
        assertThat(entries("?deed=AUDIT_EXPORTED")).contains("deed: DOMAIN_MAPPED");
    }

    @Test
    void a_link_from_elsewhere_exports_nothing() {
        assertThat(admin().get("/audit/export").status()).isEqualTo(405);
    }

    @Test
    void the_page_says_that_the_chain_is_whole_and_where_it_is_not(CapturedOutput output) {
        Visitor admin = admin();
        audit.person(Deed.DOMAIN_MAPPED, emil, marta, Map.of());
        admin.get("/audit");
        assertThat(admin.post("/audit/check", Map.of()).location()).endsWith("/audit");
        assertThat(admin.get("/audit").body()).contains("The chain is unbroken");
        long last = database.sql("select max(id) from audit_entry")
                .query(Long.class)
                .single();
        String hash = database.sql("select encode(hash, 'hex') from audit_entry where id = ?")
                .param(last)
                .query(String.class)
                .single();
        tamper(last, "details = '[]', hash = '\\x00'");
        check.look();
        assertThat(admin.get("/audit").body()).contains("The chain is broken at entry " + last);
        assertThat(output).contains("ERROR").contains("The audit log is broken: entry " + last);
        tamper(last, "details = '{}', hash = '\\x" + hash + "'");
        assertThat(check.look().chain().isWhole()).isTrue();
    }

    private void tamper(long entry, String change) {
        KnownConnection owner = copy.owner();
        JdbcClient.create(new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword()))
                .sql("set session_replication_role = replica; update audit_entry set " + change + " where id = "
                        + entry)
                .update();
    }

    @Test
    void it_is_checked_every_night() {
        assertThat(database.sql("select to_char(execution_time at time zone 'UTC', 'HH24:MI') from scheduled_tasks"
                                + " where task_name = 'audit-check'")
                        .query(String.class)
                        .single())
                .isEqualTo("03:00");
    }
}
