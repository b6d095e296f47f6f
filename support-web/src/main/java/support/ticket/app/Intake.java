package support.ticket.app;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.behalf.EndCustomer;
import support.behalf.persistence.EndCustomers;
import support.coverage.Judgement;
import support.coverage.app.Judge;
import support.coverage.persistence.Judgements;
import support.licence.Licensee;
import support.people.Viewer;
import support.people.persistence.People;
import support.ticket.Request;
import support.ticket.TicketNumber;

/** Tickets with what was judged of their coverage, kept in one transaction. */
@Component
@Transactional
public class Intake {
    private final TicketDesk desk;
    private final Judgements judgements;
    private final Judge judge;
    private final EndCustomers endCustomers;
    private final People people;
    private final Clock clock;

    Intake(TicketDesk desk, Judgements judgements, Judge judge, EndCustomers endCustomers, People people, Clock clock) {
        this.desk = desk;
        this.judgements = judgements;
        this.judge = judge;
        this.endCustomers = endCustomers;
        this.people = people;
        this.clock = clock;
    }

    /** @param judged the evidence, frozen with the ticket; null for what nobody judges */
    public TicketNumber raise(Request request, @Nullable Judgement judged, Viewer by) {
        TicketNumber number = desk.raise(request, by);
        if (judged != null) {
            judgements.addFirst(number.value(), judged, clock.instant());
        }
        return number;
    }

    /** Judges what the customer said then by what is known now; nothing where nothing was judged. */
    public void checkAgain(TicketNumber number, long requester, Viewer by, int seen) {
        List<Judgements.Entry> before = judgements.of(number.value());
        if (before.isEmpty()) {
            return;
        }
        people.viewer(requester)
                .flatMap(asker -> judge.judge(before.getFirst().judgement().claim(), asker, licensee(number, asker)))
                .ifPresent(judged -> {
                    desk.checkCoverage(number, by, seen, judged.verdict().kind());
                    judgements.add(number.value(), judged, clock.instant(), by.id());
                });
    }

    private Licensee licensee(TicketNumber number, Viewer asker) {
        return endCustomers.ofTicket(number.value()).map(EndCustomer::licensee).orElseGet(() -> Licensee.of(asker));
    }
}
