package support.access.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import support.access.LinkPurpose;
import support.people.MailAddress;
import support.people.PersonName;

/**
 * Gives a desk without an admin its first one: the one that the environment names, else whoever follows a link that stands
 * in the log at each start. There is no default password.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@EnableConfigurationProperties(BootstrapAdmin.class)
public class FirstAdminStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdminStart.class);
    private static final PersonName ADMIN = new PersonName("Admin");

    private final BootstrapAdmin given;
    private final FirstAdmin firstAdmin;
    private final Passwords passwords;
    private final URI publicUrl;

    FirstAdminStart(
            BootstrapAdmin given,
            FirstAdmin firstAdmin,
            Passwords passwords,
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl) {
        this.given = given;
        this.firstAdmin = firstAdmin;
        this.passwords = passwords;
        this.publicUrl = publicUrl;
    }

    /** After the demo, which brings an admin of its own. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (!firstAdmin.isNeeded()) {
            return;
        }
        if (given.isSet()) {
            addGiven();
        } else {
            LOG.warn(
                    "This desk has no admin yet. Open this address within 24 hours to become the first one; it works once:\n  {}",
                    publicUrl.resolve(LinkPaths.of(LinkPurpose.FIRST_ADMIN)
                            + firstAdmin.offer().text()));
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
        firstAdmin.add(address.get(), ADMIN, passwords.encode(password));
        LOG.info("The first admin is {}: sign in, and set another password", address.get());
    }
}
