package support.access.app;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.persistence.Links;
import support.people.Notice;

/** Hands links out and takes them back. */
@Component
public class LinkDesk {
    private final Links links;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    LinkDesk(Links links, ApplicationEventPublisher events, TransactionOperations transaction, Clock clock) {
        this.links = links;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In the running transaction; older links of the same purpose for the same address stop working. */
    public Secret make(Links.Link link) {
        return links.make(link, clock.instant());
    }

    /** Makes a link and hands it to its reader in a letter; in the running transaction. */
    void send(Links.Link link, Notice letter) {
        events.publishEvent(
                letter.withLink(LinkPaths.of(link.purpose()), make(link).text()));
    }

    /** In the running transaction; after it nothing that was sent to the person works any more. */
    void forgetAllOf(long person) {
        links.forgetAllOf(person);
    }

    /** The link, when it works still; it is not used up. */
    public Optional<Links.Link> look(Secret secret, LinkPurpose purpose) {
        return links.look(secret, purpose, clock.instant());
    }

    /** Those of a purpose for an address work no more, as far as they are of the same organisation. */
    public void forget(String address, LinkPurpose purpose, @Nullable Long organisation) {
        links.forget(address, purpose, organisation);
    }

    /**
     * Uses the link up, in one transaction with what it is used for.
     *
     * @return empty when the link does not work any more, or when somebody else has got the address since it was sent
     */
    public <T> Optional<T> use(Secret secret, LinkPurpose purpose, Function<Links.Link, Optional<T>> deed) {
        try {
            Optional<T> done = transaction.execute(
                    status -> links.take(secret, purpose, clock.instant()).flatMap(deed));
            return done == null ? Optional.empty() : done;
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }
}
