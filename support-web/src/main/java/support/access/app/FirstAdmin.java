package support.access.app;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.persistence.Links;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.MailAddress;
import support.people.PersonName;
import support.people.PersonState;
import support.people.Role;
import support.people.persistence.People;
import support.people.persistence.Register;

/**
 * Gives a desk without an admin its first one: the one that the environment names, else whoever follows a link that stands
 * in the log at each start. There is no default password.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@EnableConfigurationProperties(BootstrapAdmin.class)
public class FirstAdmin implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    private static final PersonName ADMIN = new PersonName("Admin");

    private final BootstrapAdmin given;
    private final People people;
    private final Register register;
    private final LinkDesk links;
    private final Passwords passwords;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final URI publicUrl;

    FirstAdmin(
            BootstrapAdmin given,
            People people,
            Register register,
            LinkDesk links,
            Passwords passwords,
            Audit audit,
            TransactionOperations transaction,
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl) {
        this.given = given;
        this.people = people;
        this.register = register;
        this.links = links;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.publicUrl = publicUrl;
    }

    /** After the demo, which brings an admin of its own. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (people.admins() > 0) {
            return;
        }
        if (given.isSet()) {
            addGiven();
        } else {
            offer();
        }
    }

    private void addGiven() {
        String password = String.valueOf(given.password());
        Optional<MailAddress> address = MailAddress.of(String.valueOf(given.email()));
        if (address.isEmpty()
                || passwords.problem(password, List.of(address.get().text())).isPresent()) {
            LOG.error("There is no first admin: DESK_BOOTSTRAP_ADMIN_EMAIL must be a mail address, and"
                    + " DESK_BOOTSTRAP_ADMIN_PASSWORD a password of 12 characters or more that is hard to guess");
            return;
        }
        String encoded = passwords.encode(password);
        transaction.executeWithoutResult(status -> add(address.get(), ADMIN, encoded));
        LOG.info("The first admin is {}: sign in, and set another password", address.get());
    }

    private void offer() {
        AtomicReference<Secret> secret = new AtomicReference<>();
        transaction.executeWithoutResult(
                status -> secret.set(links.make(Links.Link.to(LinkPurpose.FIRST_ADMIN, null, "first-admin"))));
        LOG.warn(
                "This desk has no admin yet. Open this address within 24 hours to become the first one; it works once:\n  {}",
                publicUrl.resolve(
                        LinkPaths.of(LinkPurpose.FIRST_ADMIN) + secret.get().text()));
    }

    /** Whether the link of the log works still, and is needed. */
    public boolean isOffered(Secret secret) {
        return people.admins() == 0
                && links.look(secret, LinkPurpose.FIRST_ADMIN).isPresent();
    }

    /**
     * Whoever follows the link of the log becomes the first admin.
     *
     * @param password as typed
     * @return the person; empty when the link does not work any more, or when the address has an account
     */
    public Optional<Long> become(Secret secret, MailAddress address, PersonName name, String password) {
        String encoded = passwords.encode(password);
        return links.use(secret, LinkPurpose.FIRST_ADMIN, link -> Optional.of(add(address, name, encoded)));
    }

    private long add(MailAddress address, PersonName name, String password) {
        long person = register.add(
                new Register.NewPerson(address, name, Role.ADMIN, null, false, password, PersonState.ACTIVE));
        audit.person(Deed.FIRST_ADMIN_MADE, person, person, Map.of());
        return person;
    }
}
