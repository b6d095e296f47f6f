package support.access.app;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import support.access.LinkPurpose;
import support.access.persistence.Links;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.MailAddress;
import support.people.Notice;
import support.people.PersonState;
import support.people.persistence.People;

/**
 * Sends links to people who have not signed in. Whether an address has an account is told to nobody but its owner: each
 * request is answered alike and costs alike, and the letter says what there is to say.
 */
@Component
public class LinkLetters {
    private final People people;
    private final LinkDesk links;
    private final Limits limits;
    private final Audit audit;
    private final TransactionOperations transaction;

    LinkLetters(People people, LinkDesk links, Limits limits, Audit audit, TransactionOperations transaction) {
        this.people = people;
        this.links = links;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Writes the letter that somebody asks for; too many to one address are not written.
     *
     * @param purpose REGISTRATION, PASSWORD or SIGN_IN
     * @return false when this network has asked for too many letters
     */
    public boolean ask(LinkPurpose purpose, MailAddress address, String network) {
        if (!limits.allows(Limit.LETTERS_FROM_NETWORK, network)) {
            return false;
        }
        Optional<People.Credentials> person = people.credentials(address.text());
        // never to what was typed: databases take letters for the same that belong to another domain
        String mailbox = person.map(People.Credentials::email).orElse(address.text());
        if (allows(mailbox, person.isPresent())) {
            transaction.executeWithoutResult(status -> write(purpose, mailbox, person.orElse(null)));
        }
        return true;
    }

    private boolean allows(String mailbox, boolean known) {
        return known
                ? limits.allows(Limit.LETTER, mailbox) && limits.allows(Limit.LETTERS_TO_KNOWN, "all")
                : limits.allows(Limit.LETTER_TO_STRANGER, mailbox) && limits.allows(Limit.LETTERS_TO_STRANGERS, "all");
    }

    private void write(LinkPurpose purpose, String mailbox, People.@Nullable Credentials person) {
        if (person == null) {
            send(
                    purpose == LinkPurpose.REGISTRATION ? Notice.Kind.REGISTER : Notice.Kind.NOBODY_HERE,
                    LinkPurpose.REGISTRATION,
                    null,
                    mailbox,
                    "");
        } else if (person.state() == PersonState.ACTIVE) {
            writeTo(person, purpose);
        }
        audit.record(
                Deed.LINK_ASKED_FOR,
                null,
                person == null ? "stranger" : "person:" + person.person(),
                Map.of("purpose", purpose.name()));
    }

    private void writeTo(People.Credentials person, LinkPurpose purpose) {
        if (purpose == LinkPurpose.SIGN_IN && !person.role().staff()) {
            send(Notice.Kind.SIGN_IN, purpose, person.person(), person.email(), person.name());
        } else {
            Notice.Kind kind = switch (purpose) {
                case REGISTRATION -> Notice.Kind.KNOWN_ALREADY;
                case SIGN_IN -> Notice.Kind.NO_LINK_FOR_DESK;
                default -> Notice.Kind.NEW_PASSWORD;
            };
            send(kind, LinkPurpose.PASSWORD, person.person(), person.email(), person.name());
        }
    }

    private void send(Notice.Kind kind, LinkPurpose purpose, @Nullable Long person, String address, String name) {
        links.send(Links.Link.to(purpose, person, address), Notice.to(kind, address, name));
    }
}
