package support.behalf.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.app.LinkDesk;
import support.audit.Deed;
import support.audit.app.Audit;
import support.behalf.Consent;
import support.behalf.EndCustomer;
import support.behalf.persistence.EndCustomers;
import support.organisation.app.NotThere;
import support.organisation.persistence.Directory;
import support.people.Notice;
import support.people.Viewer;
import support.people.persistence.People;

/**
 * An end customer says whether a partner may act for it. Only those who manage its organisation do; where nobody at the
 * address has an account, whoever has the letter can say no.
 */
@Component
@Transactional
public class Answering {
    /**
     * What a link asks.
     *
     * @param owner the person who has the address; null when nobody has
     * @param open whether an answer counts: the partner is active
     */
    public record Question(
            EndCustomer customer, String partner, @Nullable Long owner, boolean open) {}

    private final EndCustomers customers;
    private final ActingPartners partners;
    private final Directory directory;
    private final People people;
    private final LinkDesk links;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answering(
            EndCustomers customers,
            ActingPartners partners,
            Directory directory,
            People people,
            LinkDesk links,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.customers = customers;
        this.partners = partners;
        this.directory = directory;
        this.people = people;
        this.links = links;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Empty when the link does not work any more. */
    @Transactional(readOnly = true)
    public Optional<Question> question(Secret secret) {
        return links.look(secret, LinkPurpose.CONSENT)
                .flatMap(link -> customers.find(Objects.requireNonNull(link.organisation()), link.address()))
                .filter(customer -> customer.isAsked(clock.instant()))
                .map(customer -> new Question(
                        customer,
                        partners.name(customer.partner()),
                        directory
                                .find(customer.contact())
                                .map(Directory.Person::id)
                                .orElse(null),
                        partners.isActive(customer.partner())));
    }

    /**
     * Somebody who has the letter says no, where nobody at the address has an account.
     *
     * @return false when the link does not work any more, or somebody has an account
     */
    public boolean refuse(Secret secret) {
        Optional<Question> question = question(secret).filter(asked -> asked.owner() == null);
        question.ifPresent(asked -> {
            EndCustomer locked = customers.lock(asked.customer().id()).orElseThrow(NotThere::new);
            if (locked.isAsked(clock.instant())) {
                say(locked.with(Consent.REFUSED, locked.organisation(), clock.instant()), null, "");
            }
        });
        return question.isPresent();
    }

    /** All that partners have asked the organisation of the viewer, or its people. */
    @Transactional(readOnly = true)
    public List<EndCustomers.Line> all(Viewer viewer) {
        return customers.ofCustomer(viewer);
    }

    /** @throws NotThere when it was not this organisation that was asked */
    @Transactional(readOnly = true)
    public EndCustomers.Line find(long id, Viewer viewer) {
        return customers.ofCustomer(id, viewer).orElseThrow(NotThere::new);
    }

    @Transactional(readOnly = true)
    public List<EndCustomers.Event> history(long id, Viewer viewer) {
        return customers.history(find(id, viewer).customer().id());
    }

    /** Whether the partner can act at this moment, if it is allowed to. */
    @Transactional(readOnly = true)
    public boolean isActive(EndCustomer customer) {
        return partners.isActive(customer.partner());
    }

    /** @param words what is agreed to, as it stood on the page */
    public void agree(long id, Viewer by, String words) {
        EndCustomer customer = lock(id, by);
        refuseUnless(customer.letsAgree(clock.instant()), RefusedConsent.Reason.NOT_OPEN);
        refuseUnless(partners.isActive(customer.partner()), RefusedConsent.Reason.NO_PARTNER);
        refuseUnless(!customer.isOf(by), RefusedConsent.Reason.OWN_SIDE);
        say(customer.with(Consent.GIVEN, by.organisation(), clock.instant()), by, words);
    }

    public void refuse(long id, Viewer by) {
        EndCustomer customer = lock(id, by);
        refuseUnless(customer.isAsked(clock.instant()), RefusedConsent.Reason.NOT_OPEN);
        say(customer.with(Consent.REFUSED, customer.organisation(), clock.instant()), by, "");
    }

    /** From this transaction on the partner's people read but their own words. */
    public void revoke(long id, Viewer by) {
        EndCustomer customer = lock(id, by);
        refuseUnless(customer.isGiven(), RefusedConsent.Reason.NOT_OPEN);
        say(customer.with(Consent.REVOKED, customer.organisation(), clock.instant()), by, "");
    }

    private EndCustomer lock(long id, Viewer by) {
        if (!by.manages()) {
            throw new NotThere();
        }
        find(id, by);
        return customers.lock(id).orElseThrow(NotThere::new);
    }

    private void say(EndCustomer said, @Nullable Viewer by, String words) {
        Long person = by == null ? null : by.id();
        customers.say(said, person, words);
        links.forget(said.contact(), LinkPurpose.CONSENT, said.partner());
        audit.record(
                Deed.valueOf("CONSENT_" + said.said()),
                person,
                "organisation:" + said.partner(),
                Map.of("end customer", Long.toString(said.id())));
        tellAsker(said);
        events.publishEvent(new ConsentSaid(said, person));
    }

    private void tellAsker(EndCustomer said) {
        Notice.Kind kind = Notice.Kind.valueOf("CONSENT_" + said.said());
        customers
                .lastAsker(said.id())
                .flatMap(people::viewer)
                .ifPresent(asker -> events.publishEvent(Notice.to(kind, asker.email(), asker.name(), said.company())
                        .leadingTo("/tickets")));
    }

    private static void refuseUnless(boolean allowed, RefusedConsent.Reason reason) {
        if (!allowed) {
            throw new RefusedConsent(reason);
        }
    }
}
