package support.mail.app;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.mail.Letter;
import support.mail.persistence.Outbox;
import support.people.Notice;
import support.sla.app.CurrentTerms;
import support.ticket.app.TicketChanged;

/** Writes letters into the outbox, in the transaction of what they tell about. */
@Component
public class Letters {
    /** Alerts wait for others that come at the same time, to leave in one letter. */
    private static final Duration GATHERING = Duration.ofMinutes(1);

    private final LetterWriter writer;
    private final Outbox outbox;
    private final Postman postman;
    private final SchedulerClient scheduler;
    private final CurrentTerms terms;
    private final Clock clock;

    Letters(
            LetterWriter writer,
            Outbox outbox,
            Postman postman,
            @Lazy SchedulerClient scheduler,
            CurrentTerms terms,
            Clock clock) {
        this.writer = writer;
        this.outbox = outbox;
        this.postman = postman;
        this.scheduler = scheduler;
        this.terms = terms;
        this.clock = clock;
    }

    @EventListener
    void on(TicketChanged change) {
        writer.letters(change, clock.instant()).forEach(this::post);
    }

    @EventListener
    void on(Notice notice) {
        post(writer.letter(notice, clock.instant()));
    }

    private void post(Letter letter) {
        if (!postman.hasServer()) {
            outbox.add(letter, Letter.State.HELD);
            return;
        }
        outbox.add(letter, Letter.State.WAITING);
        scheduler.scheduleIfNotExists(LetterTask.of(letter.id()), departure(letter));
    }

    /** People of the desk are alerted within service hours only (docs/sla.md, rule 12). */
    private Instant departure(Letter letter) {
        return switch (letter.kind()) {
            case WARNING, MISSED -> {
                Instant gathered = letter.writtenAt().plus(GATHERING);
                yield terms.calendar().hours().nextOpening(gathered).orElse(gathered);
            }
            case ACKNOWLEDGEMENT, PUBLIC_REPLY, DUE_CHANGED, NOTICE -> letter.writtenAt();
        };
    }

    /** Sends a letter that failed or was held, now. */
    @Transactional
    public void resend(UUID id) {
        if (postman.hasServer() && outbox.resume(id)) {
            scheduler.scheduleIfNotExists(LetterTask.of(id), clock.instant());
        }
    }

    /** Whether the desk has a mail server at all. */
    public boolean hasServer() {
        return postman.hasServer();
    }
}
