package support.command;

import java.io.PrintWriter;
import java.net.URI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.app.LinkPaths;
import support.access.persistence.Links;
import support.people.MailAddress;
import support.people.persistence.People;

/** Help for admins who cannot sign in any more. */
@Command(name = "admin", description = "People who look after the desk.")
final class AdminCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before a command runs
    private CommandSpec spec;

    /** Whoever can start a program here can read the database: the link gives away nothing more. */
    @Command(
            name = "recover",
            description =
                    "Prints a link by which a person of the desk sets a new password. It works once, for 30 minutes,"
                            + " and takes all second factors away.")
    int recover(@Parameters(paramLabel = "ADDRESS", description = "the mail address of the account") String address) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (OfflineDesk desk = OfflineDesk.open()) {
            People.Credentials person = MailAddress.of(address)
                    .flatMap(known -> desk.get(People.class).credentials(known.text()))
                    .filter(known -> known.role().staff())
                    .orElse(null);
            if (person == null) {
                err.println("desk: nobody of the desk has the address " + address);
                return 1;
            }
            Secret secret = desk.get(Links.class)
                    .make(Links.Link.to(LinkPurpose.RECOVERY, person.person(), address), desk.now());
            out.println(desk.publicUrl(URI.create(LinkPaths.of(LinkPurpose.RECOVERY) + secret.text())));
            return 0;
        }
    }
}
