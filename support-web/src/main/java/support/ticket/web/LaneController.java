package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Viewer;
import support.sla.app.CurrentTerms;
import support.ticket.persistence.QueueCursor;
import support.ticket.persistence.TicketFilter;
import support.ticket.persistence.TicketLine;
import support.ticket.persistence.TicketLists;

/** All that a partner's people have raised, for themselves and for end customers. */
@Controller
class LaneController {
    private static final int PAGE = 50;

    private final TicketLists tickets;
    private final LanePage page;
    private final ListRows rows;
    private final Audit audit;
    private final CurrentTerms terms;
    private final Clock clock;

    LaneController(TicketLists tickets, LanePage page, ListRows rows, Audit audit, CurrentTerms terms, Clock clock) {
        this.tickets = tickets;
        this.page = page;
        this.rows = rows;
        this.audit = audit;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping("/lane")
    String lane(@ModelAttribute("filter") LaneForm form, Viewer viewer, Model model) {
        Instant now = clock.instant();
        Quarter quarter = Quarter.at(now, terms.calendar().zone());
        List<TicketLine> lines = lines(form, form.filter(quarter, now), viewer);
        List<TicketLine> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        model.addAttribute("rows", rows.of(shown, now, viewer));
        model.addAttribute("more", lines.size() > PAGE ? form.pageAfter(cursor(form, shown.getLast())) : null);
        page.show(form, quarter, now, viewer, model);
        return "ticket/lane";
    }

    /** A form is sent for it, since it leaves an entry in the audit log. */
    @PostMapping("/lane/export")
    void export(@ModelAttribute("filter") LaneForm form, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Instant now = clock.instant();
        audit.record(Deed.LANE_EXPORTED, viewer.id(), "organisation:" + viewer.organisation(), form.forTheLog());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lane.csv\"");
        TicketFilter filter = form.filter(Quarter.at(now, terms.calendar().zone()), now);
        new LaneCsv(tickets, filter, viewer).writeTo(response.getWriter());
    }

    private List<TicketLine> lines(LaneForm form, TicketFilter filter, Viewer viewer) {
        return form.inOrder()
                ? tickets.queue(viewer, filter, read(form.after(), QueueCursor::parse), PAGE + 1)
                : tickets.newest(viewer, filter, read(form.after(), Pages::number), PAGE + 1);
    }

    private static Object cursor(LaneForm form, TicketLine last) {
        return form.inOrder() ? QueueCursor.after(last) : last.number().value();
    }

    private static <C> @Nullable C read(@Nullable String cursor, Function<String, Optional<C>> form) {
        if (cursor == null) {
            return null;
        }
        return form.apply(cursor).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
