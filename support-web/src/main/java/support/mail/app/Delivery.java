package support.mail.app;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.mail.Letter;
import support.mail.persistence.Outbox;

/** Hands a waiting letter to the mail server; alerts that wait for the same reader leave together, as one letter. */
@Component
class Delivery {
    private final Outbox outbox;
    private final Postman postman;
    private final DigestWriter digests;
    private final Readers readers;
    private final Clock clock;

    Delivery(Outbox outbox, Postman postman, DigestWriter digests, Readers readers, Clock clock) {
        this.outbox = outbox;
        this.postman = postman;
        this.digests = digests;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * A letter that is not waiting any more is left alone. The letters stay locked until it is known whether they were
     * sent, so that two deliveries never take the same alert.
     *
     * @throws org.springframework.mail.MailException when the server does not take it; then all of them still wait
     */
    @Transactional
    public void deliver(UUID id) {
        List<Letter> letters = outbox.takeWaiting(id);
        if (letters.isEmpty()) {
            return;
        }
        if (letters.size() == 1 && !readers.mayRead(letters.getFirst())) {
            outbox.withdraw(id);
            return;
        }
        postman.send(letters.size() == 1 ? letters.getFirst() : digests.of(letters));
        letters.forEach(letter -> outbox.sent(letter.id(), clock.instant()));
    }
}
