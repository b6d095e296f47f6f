package support.publishing.app;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.publishing.Example;
import support.publishing.Moves;
import support.publishing.persistence.Examples;
import support.sla.Terms;
import support.ticket.TicketNumber;
import support.ticket.persistence.OpenPromises;

/** Tries terms before they are published: on the examples, and on what is promised now. Changes nothing. */
@Component
@Transactional(readOnly = true)
public class Trial {
    private final Examples examples;
    private final OpenPromises promises;

    Trial(Examples examples, OpenPromises promises) {
        this.examples = examples;
        this.promises = promises;
    }

    /** What the terms come to in each example. */
    public List<Example.Outcome> outcomes(Terms next) {
        return examples.all().stream().map(kept -> kept.example().on(next)).toList();
    }

    /** The examples that the terms do not meet. */
    public List<Example.Outcome> failing(Terms next) {
        return outcomes(next).stream().filter(outcome -> !outcome.holds()).toList();
    }

    /**
     * What would become of the open promises.
     *
     * @param moving is told of the ticket of each due time that moves
     */
    public Moves moves(Terms next, Instant now, Consumer<TicketNumber> moving) {
        Moves[] moves = {Moves.NONE};
        promises.forEach((ticket, promise) -> {
            int before = moves[0].moved();
            moves[0] = moves[0].and(promise, now, next);
            if (moves[0].moved() > before) {
                moving.accept(ticket);
            }
        });
        return moves[0];
    }
}
