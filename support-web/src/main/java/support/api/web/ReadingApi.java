package support.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import support.access.Grant;
import support.access.Scope;
import support.people.Viewer;
import support.sla.app.CurrentTerms;
import support.ticket.TicketNumber;
import support.ticket.app.NoSuchTicket;
import support.ticket.persistence.TicketFilter;
import support.ticket.persistence.TicketLine;
import support.ticket.persistence.TicketLists;
import support.ticket.persistence.TicketView;
import support.ticket.persistence.TicketViews;

/** The tickets that the owner of the token may see, for reading. */
@RestController
@RequestMapping("/api/v1/tickets")
class ReadingApi {
    private final TicketLists lists;
    private final TicketViews tickets;
    private final CurrentTerms terms;
    private final Cursors cursors;
    private final ApiAddresses addresses;

    ReadingApi(TicketLists lists, TicketViews tickets, CurrentTerms terms, Cursors cursors, ApiAddresses addresses) {
        this.lists = lists;
        this.tickets = tickets;
        this.terms = terms;
        this.cursors = cursors;
        this.addresses = addresses;
    }

    /** The newest first. */
    @GetMapping
    ResponseEntity<TicketsJson> list(HttpServletRequest request, Viewer viewer) {
        PageAsked asked = PageAsked.of(request, cursors, viewer);
        List<TicketLine> lines = lists.newest(viewer, TicketFilter.of(asked.show()), asked.before(), asked.limit() + 1);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (lines.size() <= asked.limit()) {
            return answer.body(TicketsJson.of(lines));
        }
        List<TicketLine> page = lines.subList(0, asked.limit());
        String next = asked.queryAfter(cursors.after(page.getLast().number().value(), viewer));
        return answer.header(HttpHeaders.LINK, "<" + addresses.tickets() + next + ">; rel=\"next\"")
                .body(TicketsJson.of(page));
    }

    /** People of the desk get the version as an ETag; it counts notes too, so customers do not. */
    @GetMapping("/{number}")
    ResponseEntity<TicketJson> ticket(@PathVariable TicketNumber number, Viewer viewer, Grant grant) {
        TicketView ticket = find(number, viewer);
        boolean notes = viewer.staff() && grant.scopes().contains(Scope.NOTES_READ);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (viewer.staff()) {
            answer.header(HttpHeaders.ETAG, WritingApi.tag(ticket.state().version()));
        }
        return answer.body(TicketJson.of(ticket, viewer.staff(), notes));
    }

    @GetMapping("/{number}/promises")
    PromisesJson promises(@PathVariable TicketNumber number, Viewer viewer) {
        return PromisesJson.of(find(number, viewer), terms.published());
    }

    private TicketView find(TicketNumber number, Viewer viewer) {
        return tickets.find(number, viewer).orElseThrow(() -> new NoSuchTicket(number));
    }
}
