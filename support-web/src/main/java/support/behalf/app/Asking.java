package support.behalf.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.app.Limit;
import support.access.app.Limits;
import support.access.app.LinkDesk;
import support.access.app.LinkPaths;
import support.access.persistence.Links;
import support.audit.Deed;
import support.audit.app.Audit;
import support.behalf.CompanyName;
import support.behalf.Consent;
import support.behalf.EndCustomer;
import support.behalf.persistence.EndCustomers;
import support.organisation.app.NotThere;
import support.organisation.persistence.Directory;
import support.people.MailAddress;
import support.people.Notice;
import support.people.Viewer;
import support.people.persistence.People;
import support.people.persistence.Register;

/** A partner's people name the companies for which they file, and ask them whether they agree. */
@Component
public class Asking {
    private final EndCustomers customers;
    private final ActingPartners partners;
    private final Directory directory;
    private final Register register;
    private final People people;
    private final LinkDesk links;
    private final Limits limits;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Clock clock;

    Asking(
            EndCustomers customers,
            ActingPartners partners,
            Directory directory,
            Register register,
            People people,
            LinkDesk links,
            Limits limits,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Clock clock) {
        this.customers = customers;
        this.partners = partners;
        this.directory = directory;
        this.register = register;
        this.people = people;
        this.links = links;
        this.limits = limits;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those of the partner, by name. */
    public List<EndCustomers.Line> all(Viewer partner) {
        return customers.ofPartner(partner);
    }

    /** One of the partner's. */
    public Optional<EndCustomer> find(long id, Viewer partner) {
        return customers.find(id).filter(customer -> customer.isOf(partner));
    }

    /** The partner's at an address, where it has named one. */
    public Optional<EndCustomer> find(MailAddress contact, Viewer partner) {
        return customers.find(home(partner), contact.text());
    }

    /**
     * The one at that address: known already and not asked again, else new, and asked by a letter.
     *
     * @throws RefusedConsent where nobody is asked
     */
    public EndCustomer name(CompanyName company, MailAddress contact, Viewer by) {
        refuseUnless(by.activePartner(), RefusedConsent.Reason.NO_PARTNER);
        return find(contact, by).orElseGet(() -> add(company, contact, by));
    }

    private EndCustomer add(CompanyName company, MailAddress contact, Viewer by) {
        refuseUnless(!isOwnSide(contact, by), RefusedConsent.Reason.OWN_SIDE);
        takeFromLimits(contact.text(), by);
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                EndCustomer added = customers.add(home(by), company.text(), contact.text(), by.id(), clock.instant());
                write(added, by);
                return added;
            }));
        } catch (DuplicateKeyException somebodyWasFaster) {
            return find(contact, by).orElseThrow();
        }
    }

    /**
     * Asks again: the letter before works no more.
     *
     * @throws RefusedConsent where nobody is asked
     */
    public void askAgain(long id, Viewer by) {
        refuseUnless(by.activePartner(), RefusedConsent.Reason.NO_PARTNER);
        EndCustomer customer = find(id, by).orElseThrow(NotThere::new);
        refuseUnless(customer.letsAsk(clock.instant()), RefusedConsent.Reason.NOT_NOW);
        takeFromLimits(customer.contact(), by);
        transaction.executeWithoutResult(status -> {
            EndCustomer locked = customers.lock(id).orElseThrow(NotThere::new);
            refuseUnless(locked.letsAsk(clock.instant()), RefusedConsent.Reason.NOT_NOW);
            EndCustomer asked = locked.with(Consent.ASKED, locked.organisation(), clock.instant());
            customers.say(asked, by.id(), "");
            write(asked, by);
        });
    }

    private void takeFromLimits(String contact, Viewer by) {
        refuseUnless(
                limits.allows(Limit.CONSENTS, Long.toString(by.id())) && limits.allows(Limit.LETTER, contact),
                RefusedConsent.Reason.TOO_OFTEN);
    }

    /** By account, or by the mail domain of the partner. */
    private boolean isOwnSide(MailAddress contact, Viewer by) {
        boolean ours = directory
                .find(contact.text())
                .filter(owner -> owner.role().staff() || Objects.equals(owner.organisation(), by.organisation()))
                .isPresent();
        return ours
                || register.home(contact)
                        .filter(domain -> Objects.equals(domain.organisation(), by.organisation()))
                        .isPresent();
    }

    /** Nothing that the partner has typed stands in the letter: it may go to anybody. */
    private void write(EndCustomer customer, Viewer by) {
        Optional<Directory.Person> owner = directory.find(customer.contact());
        String partner = partners.name(customer.partner());
        Secret secret = links.make(new Links.Link(
                LinkPurpose.CONSENT,
                owner.map(Directory.Person::id).orElse(null),
                customer.contact(),
                "",
                customer.partner(),
                null,
                false,
                by.id(),
                false));
        events.publishEvent(Notice.to(Notice.Kind.CONSENT_WANTED, customer.contact(), "", by.name(), partner)
                .withLink(LinkPaths.of(LinkPurpose.CONSENT), secret.text()));
        owner.filter(person -> person.isActive() && !person.manages())
                .ifPresent(person -> tellManagers(person, partner));
        audit.record(
                Deed.CONSENT_ASKED,
                by.id(),
                "organisation:" + customer.partner(),
                Map.of("end customer", Long.toString(customer.id())));
    }

    /** The one who was asked cannot agree for the organisation. */
    private void tellManagers(Directory.Person asked, String partner) {
        if (asked.organisation() != null) {
            people.approvers(asked.organisation()).stream()
                    .filter(reader -> !reader.staff())
                    .forEach(manager -> events.publishEvent(Notice.to(
                                    Notice.Kind.CONSENT_OPEN, manager.address(), manager.name(), asked.name(), partner)
                            .leadingTo("/organisation/consents")));
        }
    }

    private static long home(Viewer partner) {
        if (partner.organisation() == null) {
            throw new NotThere();
        }
        return partner.organisation();
    }

    private static void refuseUnless(boolean allowed, RefusedConsent.Reason reason) {
        if (!allowed) {
            throw new RefusedConsent(reason);
        }
    }
}
