package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import support.command.Commands;
import support.database.KnownConnection;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.Severity;
import support.sla.Terms;
import support.sla.persistence.Publications;
import support.testing.SettableClock;
import support.testing.TestDatabase;
import support.testing.TestTime;
import support.ticket.Replay;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.Tickets;
import support.ticket.app.Recompute;
import support.ticket.persistence.Histories;

/** What the command line says of the desk's promises: on a desk of its own, since this one publishes and is tampered with. */
@DeskTest
@TestPropertySource(properties = "desk.demo.tickets=320")
@ExtendWith(OutputCaptureExtension.class)
class EvidenceTest {
    @Autowired
    Recompute recompute;

    @Autowired
    TestDatabase.Copy copy;

    @Autowired
    SettableClock clock;

    @Autowired
    Tickets tickets;

    @Autowired
    People people;

    @Autowired
    Publications publications;

    @Autowired
    Histories histories;

    @Autowired
    TransactionTemplate transaction;

    private JdbcClient owner;

    @BeforeEach
    void open_the_database() {
        clock.set(TestTime.MONDAY_AT_TEN);
        KnownConnection known = copy.owner();
        owner = JdbcClient.create(
                new DriverManagerDataSource(known.getJdbcUrl(), known.getUsername(), known.getPassword()));
    }

    private List<String> differences() {
        List<String> found = new ArrayList<>();
        assertThat(recompute.check(difference -> found.add(difference.number() + " " + difference.words())))
                .isEqualTo(325);
        return found;
    }

    private long promised() {
        return owner.sql("select min(ticket_number) from promise")
                .query(Long.class)
                .single();
    }

    /** What a command prints, after its exit code. */
    private String desk(CapturedOutput output, String... arguments) {
        KnownConnection known = copy.app();
        System.setProperty("desk.db.url", known.getJdbcUrl());
        System.setProperty("desk.db.user", known.getUsername());
        System.setProperty("desk.db.password", known.getPassword());
        System.setProperty("desk.db.owner.user", copy.owner().getUsername());
        System.setProperty("desk.db.owner.password", copy.owner().getPassword());
        try {
            int before = output.getAll().length();
            int code = Commands.run(arguments);
            return code + " "
                    + output.getAll()
                            .substring(before)
                            .lines()
                            .filter(line -> !line.contains(" WARN ")) // a server of tests may forget
                            .collect(Collectors.joining("\n"));
        } finally {
            List.of("url", "user", "password", "owner.user", "owner.password")
                    .forEach(name -> System.clearProperty("desk.db." + name));
        }
    }

    @Test
    void the_demo_desk_is_what_its_history_says() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void as_if_the_first_terms_had_always_been_known_everything_is_as_it_was() {
        Terms first = publications.all().upTo(1, 1);
        Replay asIf = Replay.asIf(first, clock.instant());
        List<Histories.History> counted = histories.next(0).stream()
                .filter(history -> !history.stored().isEmpty()
                        && history.stored().getFirst().policyVersion() == 1)
                .toList();
        assertThat(counted).hasSizeGreaterThan(200).allSatisfy(history -> {
            Promise was = history.stored().getFirst().lookedAt(clock.instant());
            Promise would = asIf.of(history.events()).getFirst();
            assertThat(would.dueAt()).isEqualTo(was.dueAt());
            assertThat(would.verdict()).isEqualTo(was.verdict());
        });
    }

    /** A policy with twice the time, in force from now on, and what it moves. */
    private void publish() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(running -> {
            publications.lock();
            Terms terms = publications.all();
            Map<Policy.Case, Policy.Target> targets =
                    new HashMap<>(terms.policies().getLast().policy().targets());
            targets.replaceAll(
                    (promised, target) -> new Policy.Target(target.time().multipliedBy(2), target.calendar()));
            Terms.PublishedPolicy next =
                    new Terms.PublishedPolicy(new Policy(terms.policyVersion() + 1, targets, 60), now);
            publications.add(next, now, lead().id());
            for (long number : open()) {
                tickets.find(new TicketNumber(number)).ifPresent(ticket -> {
                    ticket.republish(lead(), now, terms.with(next));
                    tickets.save(ticket);
                });
            }
        });
    }

    private Viewer lead() {
        return people.viewer(
                        people.credentials("dana@desk.example").orElseThrow().person())
                .orElseThrow();
    }

    private List<Long> open() {
        return owner.sql("select ticket_number from promise where verdict = 'OPEN' order by due_at desc")
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private void reclassify(long number, Severity to) {
        transaction.executeWithoutResult(running -> {
            Terms terms = publications.all();
            Ticket ticket = tickets.find(new TicketNumber(number)).orElseThrow();
            ticket.reclassify(to, lead(), clock.instant(), terms);
            tickets.save(ticket);
        });
    }

    @Test
    void promises_that_moved_are_what_their_history_says(CapturedOutput output, @TempDir Path folder) {
        reclassify(open().getFirst(), Severity.LEVEL_3);
        publish();
        reclassify(open().getFirst(), Severity.LEVEL_4);
        clock.advance(Duration.ofMinutes(7));
        publish();
        assertThat(owner.sql("select count(*) from ticket_event where kind = 'PROMISE_MOVED'")
                        .query(Long.class)
                        .single())
                .isGreaterThan(3);
        assertThat(differences()).isEmpty();
        Path file = folder.resolve("june.jsonl");
        assertThat(desk(output, "sla", "export", "--month", "2035-06", file.toString()))
                .startsWith("0 ");
        assertThat(desk(output, "sla", "verify", file.toString())).startsWith("0 ");
        assertThat(file).content().contains("TERMS_PUBLISHED", "LEVEL_CHANGED");
    }

    @Test
    void a_promise_that_somebody_edited_is_found_with_both_values(CapturedOutput output) {
        long number = promised();
        String due = owner.sql("select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS') from promise"
                        + " where ticket_number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        owner.sql("update promise set due_at = due_at + interval '1 microsecond' where ticket_number = :number")
                .param("number", number)
                .update();
        assertThat(differences())
                .singleElement()
                .asString()
                .startsWith("SUP-" + number + " FIRST_RESPONSE: due: stored " + due);
        assertThat(desk(output, "sla", "recompute", "--check"))
                .startsWith("1 SUP-" + number + " FIRST_RESPONSE: due: stored " + due)
                .containsPattern("\\d+ tickets recomputed in \\d+\\.\\d s: 1 difference$");
        owner.sql("update promise set due_at = due_at - interval '1 microsecond' where ticket_number = :number")
                .param("number", number)
                .update();
        assertThat(desk(output, "sla", "recompute", "--check"))
                .matches("0 \\d+ tickets recomputed in \\d+\\.\\d s: no difference");
    }

    @Test
    void a_promise_that_somebody_took_away_is_found() {
        long number = promised();
        owner.sql("create table kept_promise as select * from promise where ticket_number = :number")
                .param("number", number)
                .update();
        owner.sql("delete from promise where ticket_number = :number")
                .param("number", number)
                .update();
        assertThat(differences())
                .containsExactly("SUP-" + number + " FIRST_RESPONSE: a promise was made, and none is stored");
        owner.sql("insert into promise select * from kept_promise where ticket_number = :number")
                .param("number", number)
                .update();
        owner.sql("drop table kept_promise").update();
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_month_is_exported_without_people_and_verified_without_a_database(CapturedOutput output, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("may.jsonl");
        String exported = desk(output, "sla", "export", "--month", "2035-05", file.toString());
        assertThat(exported).startsWith("0 ").contains("promises of 2035-05 exported to " + file);
        long promises = owner.sql("""
                        select count(*) from promise
                        where date_trunc('month', started_at at time zone 'Europe/Berlin') = '2035-05-01'
                           or date_trunc('month', due_at at time zone 'Europe/Berlin') = '2035-05-01'
                           or date_trunc('month', decided_at at time zone 'Europe/Berlin') = '2035-05-01'
                        """).query(Long.class).single();
        assertThat(promises).isGreaterThan(5);
        assertThat(Commands.run("sla", "verify", file.toString())).isZero();
        assertThat(output.getOut()).contains(promises + " promises of 2035-05 verified");
        assertThat(Files.readString(file)).doesNotContain("example", "Nordlicht", "Marta");
        String seal = exported.lines()
                .filter(line -> line.startsWith("seal "))
                .findFirst()
                .orElseThrow()
                .substring(5);
        assertThat(owner.sql("select details ->> 'seal' from audit_entry where deed = 'PROMISES_EXPORTED'")
                        .query(String.class)
                        .list())
                .contains(seal);
    }

    @Test
    void what_cannot_be_exported_is_told_and_no_file_is_touched(CapturedOutput output, @TempDir Path folder)
            throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "mine");
        assertThat(desk(output, "sla", "export", "--month", "2035-05", mine.toString()))
                .startsWith("1 ")
                .contains("desk: there is a file " + mine + " already");
        assertThat(Files.readString(mine)).isEqualTo("mine");
        Path nowhere = folder.resolve("nowhere").resolve("file");
        assertThat(desk(output, "sla", "export", "--month", "2035-05", nowhere.toString()))
                .startsWith("1 ")
                .contains("desk: there is no folder for " + nowhere);
        Path other = folder.resolve("other");
        assertThat(desk(output, "sla", "export", "--month", "2099-05", other.toString()))
                .startsWith("1 ")
                .contains("calendars say nothing of 2099-05, only of 2015 to 2045");
        assertThat(desk(
                        output,
                        "sla",
                        "export",
                        "--month",
                        "2035-05",
                        mine.resolve("below").toString()))
                .startsWith("1 ")
                .contains("below cannot be written: ");
        assertThat(desk(output, "sla", "export", "--month", "2035-13", other.toString()))
                .startsWith("2 ");
        assertThat(desk(output, "sla", "recompute")).startsWith("2 ");
        assertThat(other).doesNotExist();
    }

    @Test
    void a_file_that_is_not_there_or_no_file_at_all_is_told(CapturedOutput output, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("none");
        assertThat(desk(output, "sla", "verify", file.toString())).isEqualTo("1 desk: there is no file " + file);
        assertThat(desk(output, "sla", "verify", folder.toString()))
                .startsWith("1 desk: " + folder + " cannot be read: ");
        Files.writeString(file, "hello\n");
        assertThat(desk(output, "sla", "verify", file.toString()))
                .startsWith("1 desk: " + file + ", line 1: is not an entry");
    }
}
