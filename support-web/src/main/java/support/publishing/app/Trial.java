package support.publishing.app;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.publishing.Example;
import support.publishing.Moves;
import support.publishing.persistence.Examples;
import support.sla.Terms;
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

    /** The examples that the terms do not meet. */
    public List<Example.Outcome> failing(Terms next) {
        return examples.all().stream()
                .map(kept -> kept.example().on(next))
                .filter(outcome -> !outcome.holds())
                .toList();
    }

    /** How many examples there are. */
    public int examples() {
        return examples.all().size();
    }

    /** What would become of the open promises. */
    public Moves moves(Terms next, Instant now) {
        Moves[] moves = {Moves.NONE};
        promises.forEach((ticket, promise) -> moves[0] = moves[0].and(promise, now, next));
        return moves[0];
    }
}
