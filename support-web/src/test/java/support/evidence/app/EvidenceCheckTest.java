package support.evidence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import support.calendar.CalendarPlan;
import support.coverage.Finding;
import support.coverage.ScopeRule;
import support.coverage.Verdict;
import support.people.Role;
import support.people.Viewer;
import support.sla.Policy;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;
import support.sla.persistence.StoredTerms;
import support.sla.persistence.TermsJson;
import support.ticket.Coverage;
import support.ticket.Request;
import support.ticket.Status;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.Words;

/** Files of evidence, and what people may do to them. */
class EvidenceCheckTest {
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    private static final Instant EXPORTED = Instant.parse("2026-07-01T08:00:00Z");
    private static final CalendarPlan PLAN = CalendarPlan.officeHours();
    private static final StoredTerms CALENDAR =
            new StoredTerms(1, Terms.OFFICE_HOURS, Instant.EPOCH, TermsJson.write(PLAN, PLAN.statutory()));
    private static final List<StoredTerms> POLICIES =
            List.of(policy(Policy.standard(), Instant.EPOCH), policy(doubled(), after(60)));
    private static final Terms TERMS = Terms.of(
            List.of(CALENDAR.calendar()),
            POLICIES.stream().map(StoredTerms::policy).toList());
    private static final Viewer CUSTOMER = person(1, Role.CUSTOMER);
    private static final Viewer AGENT = person(2, Role.AGENT);

    private static Viewer person(long id, Role role) {
        Long organisation = role.staff() ? null : Long.valueOf(7);
        ZoneId zone = ZoneId.of("Europe/Berlin");
        return new Viewer(
                id, "Marta Quell", "m@n.example", role, organisation, false, false, null, zone, Locale.ENGLISH);
    }

    private static Instant after(int minutes) {
        return MONDAY_AT_TEN.plusSeconds(60L * minutes);
    }

    private static StoredTerms policy(Policy policy, Instant effective) {
        return new StoredTerms(policy.version(), "", effective, TermsJson.write(policy));
    }

    private static Policy doubled() {
        Map<Policy.Case, Policy.Target> targets =
                new HashMap<>(Policy.standard().targets());
        targets.replaceAll((promised, target) -> new Policy.Target(target.time().multipliedBy(2), target.calendar()));
        return new Policy(2, targets, 75);
    }

    private static Ticket raised(long number, Severity severity) {
        Request request = new Request(
                RequestType.SUPPORT_REQUEST, severity, 1, "", "", "summary", "secret words", UUID.randomUUID(), null);
        return Ticket.raise(new TicketNumber(number), request, CUSTOMER, MONDAY_AT_TEN, TERMS.upTo(1, 1));
    }

    private static void answer(Ticket ticket, int minutes) {
        ticket.answer(AGENT, new Words("secret words", UUID.randomUUID()), Status.OPEN, null, after(minutes), TERMS);
    }

    /** Kept, missed, moved by a publication, taken back after the level was lowered, and open. */
    private static List<Ticket> tickets() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            tickets.add(raised(1000 + i, i == 5 ? Severity.LEVEL_4 : Severity.LEVEL_2));
        }
        answer(tickets.get(0), 30);
        tickets.get(1).look(after(241));
        tickets.get(2).republish(AGENT, after(50), TERMS);
        answer(tickets.get(2), 300);
        tickets.get(3).reclassify(Severity.LEVEL_3, AGENT, after(20), TERMS.upTo(1, 1));
        tickets.get(3).solve(CUSTOMER, after(40), TERMS);
        return tickets;
    }

    private static List<String> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Head(Entry.FORMAT, YearMonth.of(2026, 6), ZoneId.of("Europe/Berlin"), EXPORTED));
        entries.add(Entry.Calendar.of(CALENDAR));
        POLICIES.forEach(policy -> entries.add(Entry.Policy.of(policy)));
        for (Ticket ticket : tickets()) {
            List<Outcome> outcomes = ticket.state().promises().stream()
                    .map(promise -> Outcome.of(promise.lookedAt(EXPORTED)))
                    .toList();
            entries.add(new Entry.Judged(
                    ticket.number().value(), Stand.of(ticket.events(), List.of()), Step.of(ticket.events()), outcomes));
        }
        entries.add(new Entry.Seal(5));
        return entries.stream().map(EntryJson::write).toList();
    }

    /** What a forger would do who knows the form: make all hashes anew. */
    private static String hashed(List<String> entries) {
        StringBuilder file = new StringBuilder();
        EvidenceWriter writer = new EvidenceWriter(file);
        entries.forEach(writer::add);
        return file.toString();
    }

    private static EvidenceCheck.Verified check(String file) throws IOException {
        return EvidenceCheck.check(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static String broken(String file) {
        var thrown = assertThatExceptionOfType(BrokenEvidence.class).isThrownBy(() -> check(file));
        return String.valueOf(thrown.actual().getMessage());
    }

    private static List<String> lines() {
        return new ArrayList<>(Arrays.asList(hashed(entries()).split("\n")));
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void what_was_written_is_verified() throws IOException {
        String file = hashed(entries());
        EvidenceCheck.Verified verified = check(file);
        assertThat(verified.promises()).isEqualTo(5);
        assertThat(verified.month()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(lines().getLast()).contains(verified.seal());
        assertThat(file)
                .contains("\"verdict\":\"KEPT\"", "\"verdict\":\"MISSED\"", "\"verdict\":\"WITHDRAWN\"")
                .contains("TERMS_PUBLISHED", "LEVEL_CHANGED", "2028-12-25")
                .doesNotContain("secret", "Marta", "example");
    }

    @Test
    void one_character_that_is_edited_is_found_on_its_line() {
        List<String> lines = lines();
        lines.set(4, lines.get(4).replace("\"due\":\"2026-06-15T12", "\"due\":\"2026-06-15T13"));
        assertThat(broken(joined(lines))).startsWith("line 5: the hash does not fit");
    }

    @Test
    void lines_in_another_order_are_found() {
        List<String> lines = lines();
        Collections.swap(lines, 5, 6);
        assertThat(broken(joined(lines))).startsWith("line 6: the hash does not fit");
    }

    @Test
    void a_line_that_is_missing_is_found() {
        List<String> lines = lines();
        lines.remove(5);
        assertThat(broken(joined(lines))).startsWith("line 6: the hash does not fit");
        lines.subList(0, lines.size() - 1).clear();
        assertThat(broken(joined(lines))).startsWith("line 1: the hash does not fit");
    }

    @Test
    void a_file_that_was_cut_off_is_found() {
        String file = hashed(entries());
        assertThat(broken(file.substring(0, file.length() - 1))).isEqualTo("line 10: the file ends within it");
        assertThat(broken(file.substring(0, file.length() / 2))).endsWith("the file ends within it");
        assertThat(broken(joined(lines().subList(0, 9)))).isEqualTo("line 9: the file ends after it, without a seal");
    }

    @Test
    void what_comes_after_the_seal_is_found() {
        assertThat(broken(hashed(entries()) + lines().get(4) + "\n")).isEqualTo("line 11: comes after the seal");
    }

    @Test
    void an_empty_file_says_so() {
        assertThat(broken("")).isEqualTo("the file is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "hello\n", "[]\n", "{\"hash\":\"00\",\"entry\":{}}\n", "\uFEFF{}\n", "PK\u0003\u0004\n"})
    void what_is_no_evidence_at_all_is_told_in_one_line(String file) {
        assertThat(broken(file)).startsWith("line 1: is not an entry");
    }

    @Test
    void other_bytes_than_text_are_refused() {
        assertThatExceptionOfType(BrokenEvidence.class)
                .isThrownBy(() -> EvidenceCheck.check(new ByteArrayInputStream(new byte[] {(byte) 0xc3, 0x28, '\n'})))
                .withMessage("line 1: is not UTF-8");
    }

    @Test
    void a_line_without_end_is_not_read_to_its_end() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThatExceptionOfType(BrokenEvidence.class)
                .isThrownBy(() -> EvidenceCheck.check(endless))
                .withMessage("line 1: is longer than 16 MiB");
    }

    @Test
    void a_line_that_is_just_short_enough_is_looked_at() {
        String start = "{\"hash\":\"" + "0".repeat(64) + "\",\"entry\":{";
        String long15 = start + "{".repeat(15 << 20) + "}}\n";
        assertThat(broken(long15)).startsWith("line 1: the hash does not fit");
    }

    @Test
    void json_that_is_nested_without_end_is_refused() {
        assertThat(broken(hashed(List.of("{\"kind\":".repeat(100_000) + "}")))).startsWith("line 1: cannot be read: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    5 | "due":"2026-06-15T12:00:00Z"    | "due":"2026-06-15T13:00:00Z"    | SUP-1001 due: written 2026-06-15T13:00:00Z, judged 2026-06-15T12:00:00Z
                    5 | "verdict":"KEPT"                | "verdict":"MISSED"              | SUP-1001 verdict: written MISSED, judged KEPT
                    5 | "decided":"2026-06-15T08:30:00Z" | "decided":"2026-06-15T08:29:00Z" | SUP-1001 decided: written
                    5 | {"at":"2026-06-15T08:30:00Z","what":"ANSWERED"} | {"at":"2026-06-15T12:30:00Z","what":"ANSWERED"} | SUP-1001 verdict: written KEPT, judged MISSED
                    6 | "verdict":"MISSED"              | "verdict":"KEPT"                | SUP-1002 verdict: written KEPT, judged MISSED
                    6 | {"at":"2026-06-15T12:01:00Z","what":"FOUND_LATE","metric":"FIRST_RESPONSE"} | {}            | cannot be read
                    6 | "started":"2026-06-15T08:00:00Z" | "started":"2026-06-16T08:00:00Z" | SUP-1002 started: written
                    7 | PUBLISHED","metric":"FIRST_RESPONSE","policy":2 | PUBLISHED","metric":"FIRST_RESPONSE"                      | TERMS_PUBLISHED at 2026-06-15T08:50:00Z says no policy
                    7 | PUBLISHED","metric":"FIRST_RESPONSE","policy":2           | PUBLISHED","metric":"FIRST_RESPONSE","policy":1           | SUP-1003 time: written PT8H, judged PT4H
                    7 | PUBLISHED","metric":"FIRST_RESPONSE","policy":2           | PUBLISHED","metric":"FIRST_RESPONSE","policy":9           | there is no policy version 9
                    8 | "from":"LEVEL_2"                | "from":"LEVEL_9"                | cannot be read
                    8 | "verdict":"WITHDRAWN"           | "verdict":"OPEN"                | SUP-1004 verdict: written OPEN, judged WITHDRAWN
                    9 | "verdict":"MISSED"              | "verdict":"OPEN"                | SUP-1005 verdict: written OPEN, judged MISSED
                    9 | "ticket":1005                   | "ticket":1004                   | SUP-1004 is not in order
                    9 | "ticket":1005                   | "ticket":-5                     | a ticket number is positive, not -5
                    9 | "ticket":1005                   | "ticket":1005,"ticket":1006     | cannot be read: Duplicate
                    9 | "ticket":1005                   | "ticket":1005,"note":"x"        | cannot be read
                    9 | "kind":"PROMISE"                | "kind":"HEARSAY"                | cannot be read
                    10 | "promises":5                   | "promises":6                    | the seal counts 6 promises, there are 5
                    1 | "format":3                      | "format":2                      | this desk reads format 3, not 2
                    5 | "admission":"FREE"              | "admission":"DISPUTED"          | SUP-1001 was not covered when it was promised at 2026-06-15T08:00:00Z
                    5 | "coverage":[{"at":"2026-06-15T08:00:00Z","admission":"FREE","rules":[]}] | "coverage":[] | nothing is said of coverage at 2026-06-15T08:00:00Z
                    5 | "coverage":[{"at":"2026-06-15T08:00:00Z","admission":"FREE","rules":[]}], | `` | cannot be read
                    1 | "zone":"Europe/Berlin"          | "zone":"Mars"                   | cannot be read
                    1 | "kind":"HEAD"                   | "kind":"SEAL"                   | cannot be read
                    """)
    void somebody_who_makes_all_hashes_anew_is_found_by_judging_again(int line, String from, String to, String why) {
        List<String> entries = new ArrayList<>(entries());
        String entry = entries.get(line - 1);
        assertThat(entry).contains(from);
        entries.set(line - 1, entry.replace(from, to));
        assertThat(broken(hashed(entries))).startsWith("line " + line + ": " + why);
    }

    /** A dispute that an agent accepts half an hour later: the file says why the promise begins then. */
    @Test
    void a_promise_that_begins_with_an_acceptance_is_explained_by_the_file() throws IOException {
        Coverage disputed = new Coverage(Verdict.Kind.NOT_COVERED, Coverage.Admission.DISPUTED);
        Request request = new Request(
                RequestType.SUPPORT_REQUEST,
                Severity.LEVEL_2,
                1,
                "",
                "",
                "summary",
                "secret words",
                UUID.randomUUID(),
                null,
                disputed);
        Ticket ticket = Ticket.raise(new TicketNumber(1001), request, CUSTOMER, MONDAY_AT_TEN, TERMS.upTo(1, 1));
        ticket.acceptCoverage("secret reason", AGENT, after(30), TERMS.upTo(1, 1));
        Verdict refused = new Verdict(
                Verdict.Kind.NOT_COVERED,
                7,
                List.of(new Finding(
                        ScopeRule.LICENCE_EXPIRED, Finding.Effect.REFUSES, "ended", List.of("SEN-secret"))));
        List<String> entries = new ArrayList<>(entries().subList(0, 4));
        entries.add(EntryJson.write(new Entry.Judged(
                1001,
                Stand.of(ticket.events(), List.of(refused)),
                Step.of(ticket.events()),
                List.of(Outcome.of(ticket.state().promises().getFirst().lookedAt(EXPORTED))))));
        entries.add(EntryJson.write(new Entry.Seal(1)));
        assertThat(check(hashed(entries)).promises()).isEqualTo(1);
        assertThat(entries.get(4))
                .contains("\"admission\":\"DISPUTED\",\"verdict\":\"NOT_COVERED\",\"scope\":7,"
                        + "\"rules\":[\"LICENCE_EXPIRED.ended\"]")
                .contains("{\"at\":\"2026-06-15T08:30:00Z\",\"admission\":\"ACCEPTED\",\"rules\":[]}")
                .contains("\"started\":\"2026-06-15T08:30:00Z\"")
                .doesNotContain("secret");
        entries.set(
                4,
                entries.get(4)
                        .replace(
                                "\"at\":\"2026-06-15T08:30:00Z\",\"admission\"",
                                "\"at\":\"2026-06-15T08:31:00Z\",\"admission\""));
        assertThat(broken(hashed(entries))).contains("was not covered when it was promised");
    }

    @Test
    void terms_that_were_edited_come_to_other_due_times() {
        List<String> entries = new ArrayList<>(entries());
        entries.set(2, entries.get(2).replace("\"time\":\"PT4H\"", "\"time\":\"PT5H\""));
        assertThat(broken(hashed(entries))).startsWith("line 5: SUP-1001 ");
        entries = new ArrayList<>(entries());
        entries.set(1, entries.get(1).replace("\"MONDAY\":[\"09:00-17:00\"]", "\"MONDAY\":[\"09:00-11:00\"]"));
        assertThat(broken(hashed(entries))).startsWith("line 5: SUP-1001 due: written");
    }

    @Test
    void a_version_that_was_taken_out_is_missed() {
        List<String> entries = new ArrayList<>(entries());
        entries.remove(2);
        assertThat(broken(hashed(entries))).startsWith("line 4: ");
        entries.remove(2);
        assertThat(broken(hashed(entries))).startsWith("line 3: there is no calendar or no policy before it");
    }

    @Test
    void a_promise_of_another_month_does_not_belong_there() {
        List<String> entries = new ArrayList<>(entries());
        entries.set(0, entries.get(0).replace("2026-06\"", "2026-08\""));
        assertThat(broken(hashed(entries))).isEqualTo("line 5: SUP-1001 is not of 2026-08");
    }

    @Test
    void to_hide_a_miss_by_leaving_out_that_it_was_found_is_in_vain() {
        List<String> entries = new ArrayList<>(entries());
        String hidden = entries.get(5)
                .replaceAll(",\\{\"at\":\"[^\"]*\",\"what\":\"FOUND_LATE\",\"metric\":\"FIRST_RESPONSE\"}", "")
                .replace("\"verdict\":\"MISSED\",\"decided\":\"2026-06-15T12:00:00Z\"", "\"verdict\":\"OPEN\"");
        assertThat(hidden).contains("OPEN").doesNotContain("FOUND_LATE", "MISSED");
        entries.set(5, hidden);
        assertThat(broken(hashed(entries))).startsWith("line 6: SUP-1002 ");
    }

    @Test
    void whoever_leaves_out_a_promise_and_makes_all_anew_has_another_seal() throws IOException {
        List<String> entries = new ArrayList<>(entries());
        entries.remove(5);
        entries.set(8, entries.get(8).replace("5", "4"));
        assertThat(check(hashed(entries)).seal())
                .isNotEqualTo(check(hashed(entries())).seal());
    }

    @Test
    void calendars_come_first_and_the_head_before_them() {
        List<String> entries = new ArrayList<>(entries());
        entries.add(6, entries.get(1));
        assertThat(broken(hashed(entries))).isEqualTo("line 7: calendars and policies come before the promises");
        entries.remove(0);
        assertThat(broken(hashed(entries))).isEqualTo("line 1: the head is the first line, and no other");
    }
}
