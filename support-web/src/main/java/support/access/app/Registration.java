package support.access.app;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.persistence.Links;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.MailAddress;
import support.people.PersonName;
import support.people.PersonState;
import support.people.Role;
import support.people.persistence.Register;

/** Makes accounts for those who follow a link to an address that is theirs, therefore. */
@Component
public class Registration {
    /**
     * What somebody says who follows the link.
     *
     * @param company null where the organisation is known
     * @param password as typed
     */
    public record Answers(PersonName name, @Nullable String company, String password) {}

    /** @param state somebody who awaits approval cannot sign in yet */
    public record Newcomer(long person, PersonState state) {}

    private final LinkDesk links;
    private final Register register;
    private final Passwords passwords;
    private final Audit audit;
    private final ApprovalRequests approvals;

    Registration(LinkDesk links, Register register, Passwords passwords, Audit audit, ApprovalRequests approvals) {
        this.links = links;
        this.register = register;
        this.passwords = passwords;
        this.audit = audit;
        this.approvals = approvals;
    }

    /** The link, when it works still. */
    public Optional<Links.Link> look(Secret secret, LinkPurpose purpose) {
        return links.look(secret, purpose);
    }

    /** Whether the organisation of that address is known, so that nobody has to name it. */
    public boolean hasHome(String address) {
        return MailAddress.of(address).flatMap(register::home).isPresent();
    }

    /**
     * Uses the link up and makes the account.
     *
     * @return empty when the link does not work any more
     * @throws Passwords.Busy when too many passwords are being hashed
     */
    public Optional<Newcomer> complete(Secret secret, LinkPurpose purpose, Answers answers) {
        String password = passwords.encode(answers.password());
        return links.use(secret, purpose, link -> Optional.of(add(link, answers, password)));
    }

    /**
     * Makes an account for a customer whose address somebody vouches for whom the desk trusts; in the running transaction.
     *
     * @return empty when no organisation is known for the address
     * @throws org.springframework.dao.DuplicateKeyException when somebody has the address already
     */
    public Optional<Newcomer> vouchedFor(MailAddress address, PersonName name) {
        return register.home(address).map(home -> {
            PersonState state = stateIn(home);
            long person = register.add(
                    new Register.NewPerson(address, name, Role.CUSTOMER, home.organisation(), false, null, state));
            audit.person(Deed.REGISTERED, person, person, Map.of("state", state.name()));
            askForApproval(address, name, state, home.organisation());
            return new Newcomer(person, state);
        });
    }

    private static PersonState stateIn(Register.Home home) {
        return home.needsApproval() ? PersonState.AWAITING_APPROVAL : PersonState.ACTIVE;
    }

    private Newcomer add(Links.Link link, Answers answers, String password) {
        MailAddress address = new MailAddress(link.address());
        boolean invited = link.purpose() == LinkPurpose.INVITATION;
        Register.Home home = invited ? null : register.home(address).orElse(null);
        boolean first = !invited && home == null;
        boolean waits = link.needsApproval() || home != null && home.needsApproval();
        PersonState state = waits ? PersonState.AWAITING_APPROVAL : PersonState.ACTIVE;
        Long organisation = first
                ? Long.valueOf(register.addOrganisation(String.valueOf(answers.company())))
                : home == null ? link.organisation() : Long.valueOf(home.organisation());
        long person = register.add(new Register.NewPerson(
                address,
                answers.name(),
                link.role() == null ? Role.CUSTOMER : link.role(),
                organisation,
                first || link.manages(),
                password,
                state));
        audit.person(invited ? Deed.JOINED : Deed.REGISTERED, person, person, details(link, state));
        askForApproval(address, answers.name(), state, organisation);
        return new Newcomer(person, state);
    }

    private static Map<String, String> details(Links.Link link, PersonState state) {
        return link.invitedBy() == null
                ? Map.of("state", state.name())
                : Map.of("state", state.name(), "invited by", "person:" + link.invitedBy());
    }

    private void askForApproval(MailAddress address, PersonName name, PersonState state, @Nullable Long organisation) {
        if (state == PersonState.AWAITING_APPROVAL && organisation != null) {
            approvals.send(address, name, organisation);
        }
    }
}
