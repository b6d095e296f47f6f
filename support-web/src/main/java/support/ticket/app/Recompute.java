package support.ticket.app;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.persistence.Publications;
import support.ticket.Replay;
import support.ticket.TicketNumber;
import support.ticket.persistence.Histories;

/** Counts every promise anew from the history of its ticket and holds it against the stored one (docs/sla.md, rule 10). */
@Component
public class Recompute {
    /** One thing about one ticket on which the stored promise and its history do not agree. */
    public record Difference(TicketNumber number, String words) {}

    private final Publications publications;
    private final Histories histories;

    Recompute(Publications publications, Histories histories) {
        this.publications = publications;
        this.histories = histories;
    }

    /**
     * Looks at all tickets as they are at this instant, and changes nothing.
     *
     * @return how many tickets it has looked at
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public long check(Consumer<Difference> found) {
        Replay replay = Replay.asItWas(publications.all());
        long tickets = 0;
        for (List<Histories.History> some = histories.next(0); !some.isEmpty(); ) {
            some.forEach(history -> check(history, replay, found));
            tickets += some.size();
            some = histories.next(some.getLast().number().value());
        }
        return tickets;
    }

    private static void check(Histories.History history, Replay replay, Consumer<Difference> found) {
        Consumer<String> tell = words -> found.accept(new Difference(history.number(), words));
        List<Promise> counted;
        try {
            counted = replay.of(history.events());
        } catch (RuntimeException broken) { // one history that cannot be read hides no other
            tell.accept("cannot be counted: " + broken.getMessage());
            return;
        }
        for (Metric metric : Metric.values()) {
            compare(of(metric, history.stored()), of(metric, counted), words -> tell.accept(metric + ": " + words));
        }
    }

    private static List<Promise> of(Metric metric, List<Promise> promises) {
        return promises.stream().filter(promise -> promise.metric() == metric).toList();
    }

    private static void compare(List<Promise> stored, List<Promise> counted, Consumer<String> tell) {
        for (int i = 0; i < Math.min(stored.size(), counted.size()); i++) {
            stored.get(i)
                    .differences(counted.get(i))
                    .forEach(difference -> tell.accept(difference.words("stored", "counted")));
        }
        if (stored.size() > counted.size()) {
            tell.accept("a promise is stored, and none was made");
        } else if (stored.size() < counted.size()) {
            tell.accept("a promise was made, and none is stored");
        }
    }
}
