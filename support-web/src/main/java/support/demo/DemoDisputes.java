package support.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.catalog.Hosting;
import support.catalog.persistence.Apps;
import support.coverage.Claim;
import support.coverage.Help;
import support.coverage.app.Judge;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Coverage;
import support.ticket.Request;
import support.ticket.app.Intake;

/** Requests on which somebody of the demo desk has to decide: the rules do not cover them. */
@Component
class DemoDisputes {
    private record Case(
            String person, String app, Help help, Coverage.Admission wish, String summary, String description) {}

    private static final List<Case> CASES = List.of(
            new Case(
                    "marta@nordlicht.example",
                    "courier",
                    Help.PROBLEM,
                    Coverage.Admission.DISPUTED,
                    "Notifications stopped this morning",
                    "Since eight o'clock nobody gets a mail from Courier.\n\n---\n\n"
                            + "We have renewed the licence last week; the invoice is paid."),
            new Case(
                    "avery@kestrel.example",
                    "courier",
                    Help.TRAINING,
                    Coverage.Admission.PAID,
                    "Two hours of training for our project leads",
                    "Ten people, remote, in the first half of next month.\n\n---\n\nFilters, digests, and what to avoid."));

    private final Intake intake;
    private final Judge judge;
    private final Apps apps;
    private final People people;
    private final JdbcClient database;

    DemoDisputes(Intake intake, Judge judge, Apps apps, People people, JdbcClient database) {
        this.intake = intake;
        this.judge = judge;
        this.apps = apps;
        this.people = people;
        this.database = database;
    }

    void add() {
        CASES.forEach(this::raise);
    }

    private void raise(Case told) {
        Viewer person = database.sql("select id from person where email = :email")
                .param("email", told.person)
                .query(Long.class)
                .optional()
                .flatMap(people::viewer)
                .orElseThrow();
        long app = apps.all().stream()
                .filter(one -> one.key().equals(told.app))
                .findFirst()
                .orElseThrow()
                .id();
        Claim claim = new Claim(app, told.help, Hosting.DATA_CENTER, "4.0", List.of(), "");
        judge.judge(claim, person)
                .ifPresent(judged -> intake.raise(
                        new Request(
                                RequestType.SUPPORT_REQUEST,
                                Severity.LEVEL_3,
                                app,
                                "4.0",
                                "Data Center",
                                told.summary,
                                told.description,
                                UUID.nameUUIDFromBytes(told.summary.getBytes(StandardCharsets.UTF_8)),
                                null,
                                new Coverage(judged.verdict().kind(), told.wish)),
                        judged,
                        person));
    }
}
