package support.ticket.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.persistence.QueueCursor;
import support.ticket.persistence.TicketLine;
import support.ticket.persistence.TicketLists;

/** The desk's queue, ordered by promise, a page at a time. */
@Controller
class QueueController {
    static final int PAGE = 50;

    private final TicketLists tickets;
    private final Apps apps;
    private final QueueRows rows;
    private final LaneCosts costs;
    private final Clock clock;

    QueueController(TicketLists tickets, Apps apps, QueueRows rows, LaneCosts costs, Clock clock) {
        this.tickets = tickets;
        this.apps = apps;
        this.rows = rows;
        this.costs = costs;
        this.clock = clock;
    }

    @GetMapping("/queue")
    String queue(@ModelAttribute("filter") QueueForm form, Viewer viewer, Model model) {
        Instant now = clock.instant();
        List<TicketLine> lines = form.done() ? newest(form, viewer) : inOrder(form, viewer);
        List<TicketLine> page = lines.subList(0, Math.min(PAGE, lines.size()));
        Map<TicketNumber, String> taking = costs.of(page, viewer, now);
        model.addAttribute(
                "rows",
                page.stream()
                        .map(line -> rows.row(line, taking.get(line.number()), viewer, now))
                        .toList());
        model.addAttribute("more", lines.size() > PAGE ? form.pageAfter(cursor(form, page.getLast())) : null);
        model.addAttribute("nonce", UUID.randomUUID());
        model.addAttribute("apps", apps.active());
        model.addAttribute("statuses", Status.values());
        return "ticket/queue";
    }

    private List<TicketLine> inOrder(QueueForm form, Viewer viewer) {
        return tickets.queue(viewer, form.filter(), read(form.after(), QueueCursor::parse), PAGE + 1);
    }

    private List<TicketLine> newest(QueueForm form, Viewer viewer) {
        return tickets.newest(viewer, form.filter(), read(form.after(), Pages::number), PAGE + 1);
    }

    private static Object cursor(QueueForm form, TicketLine last) {
        return form.done() ? last.number().value() : QueueCursor.after(last);
    }

    private static <C> @Nullable C read(@Nullable String cursor, Function<String, Optional<C>> form) {
        if (cursor == null) {
            return null;
        }
        return form.apply(cursor).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
