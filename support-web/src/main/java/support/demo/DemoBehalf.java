package support.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.behalf.CompanyName;
import support.behalf.EndCustomer;
import support.behalf.app.Answering;
import support.behalf.app.Asking;
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.people.MailAddress;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Behalf;
import support.ticket.Coverage;
import support.ticket.Request;
import support.ticket.Sharing;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.Words;
import support.ticket.app.Intake;
import support.ticket.app.TicketDesk;

/** Partners of the demo desk who have filed for end customers: one that agrees, one that was asked, one that takes it back. */
@Component
class DemoBehalf {
    private static final String LENA = "lena@maplework.example";
    private static final String EDITH = "edith@brightwater.example";

    private final Asking asking;
    private final Answering answering;
    private final Intake intake;
    private final TicketDesk desk;
    private final Apps apps;
    private final People people;
    private final JdbcClient database;

    DemoBehalf(
            Asking asking,
            Answering answering,
            Intake intake,
            TicketDesk desk,
            Apps apps,
            People people,
            JdbcClient database) {
        this.asking = asking;
        this.answering = answering;
        this.intake = intake;
        this.desk = desk;
        this.apps = apps;
        this.people = people;
        this.database = database;
    }

    void add() {
        TicketNumber agreed = file(
                LENA,
                "Brightwater Council",
                EDITH,
                Sharing.PARTNER_AND_CUSTOMER,
                "Boards of the planning office load for a minute",
                "Since Monday, with about 400 cards. Smaller boards are as fast as before.");
        say(LENA, EDITH, true);
        answer(
                agreed,
                "Boards with more than 300 cards are read twice in 4.0. We look into it; a filter by month helps until then.");
        file(
                LENA,
                "Larchfield Press",
                "it@larchfield.example",
                Sharing.PARTNER_AND_CUSTOMER,
                "Export of the catalogue stops at page 80",
                "They need it for the printer. The log says nothing.");
        TicketNumber ended = file(
                "robin@pinecrest.example",
                "Brightwater Council",
                EDITH,
                Sharing.PARTNER_ONLY,
                "How do we move boards to another site?",
                "Brightwater merges two sites next quarter.");
        say("robin@pinecrest.example", EDITH, true);
        answer(ended, "Export the boards, and import them on the other site: both are in the settings of the app.");
        say("robin@pinecrest.example", EDITH, false);
    }

    private TicketNumber file(
            String partner, String company, String contact, Sharing sharing, String summary, String description) {
        Viewer by = person(partner);
        EndCustomer customer = asking.name(new CompanyName(company), new MailAddress(contact), by);
        long app = apps.active().stream()
                .filter(one -> one.key().equals("canvas"))
                .findFirst()
                .map(App::id)
                .orElseThrow();
        return intake.raise(request(app, summary, description, Behalf.of(customer, sharing)), null, by);
    }

    private static Request request(long app, String summary, String description, @Nullable Behalf behalf) {
        return new Request(
                RequestType.SUPPORT_REQUEST,
                Severity.LEVEL_3,
                app,
                "4.0",
                "Confluence Data Center 9.2",
                summary,
                description,
                nonce(summary),
                null,
                Coverage.UNJUDGED,
                behalf);
    }

    private void say(String partner, String contact, boolean agrees) {
        Viewer manager = person(contact);
        long id = asking.find(new MailAddress(contact), person(partner))
                .orElseThrow()
                .id();
        if (agrees) {
            answering.agree(id, manager, "");
        } else {
            answering.revoke(id, manager);
        }
    }

    private void answer(TicketNumber number, String text) {
        desk.answer(
                number, person("ada@desk.example"), 0, new Words(text, nonce(text)), Status.WAITING_FOR_CUSTOMER, null);
    }

    private static UUID nonce(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Viewer person(String email) {
        return database.sql("select id from person where email = :email")
                .param("email", email)
                .query(Long.class)
                .optional()
                .flatMap(people::viewer)
                .orElseThrow();
    }
}
