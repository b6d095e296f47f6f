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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.persistence.Asked;
import support.ticket.persistence.QueueCursor;
import support.ticket.persistence.TicketLine;
import support.ticket.persistence.TicketLists;

/** The desk's queue, ordered by promise, a page at a time. */
@Controller
class QueueController {
    static final int PAGE = 50;

    private final TicketLists tickets;
    private final Apps apps;
    private final QueueQueries queries;
    private final QueueRows rows;
    private final LaneCosts costs;
    private final Clock clock;

    QueueController(
            TicketLists tickets, Apps apps, QueueQueries queries, QueueRows rows, LaneCosts costs, Clock clock) {
        this.tickets = tickets;
        this.apps = apps;
        this.queries = queries;
        this.rows = rows;
        this.costs = costs;
        this.clock = clock;
    }

    @GetMapping("/queue")
    String queue(QueueForm form, Viewer viewer, Model model) {
        List<App> all = apps.active();
        Instant now = clock.instant();
        QueueQueries.Understood understood = queries.read(form, all);
        Asked asked = queries.asked(understood.query(), now);
        // a list that leaves out half of what was asked would look like the answer
        List<TicketLine> lines = understood.faults().isEmpty() ? lines(asked, form.after(), viewer) : List.of();
        List<TicketLine> page = lines.subList(0, Math.min(PAGE, lines.size()));
        model.addAttribute("rows", rows(page, viewer, now));
        model.addAttribute(
                "more",
                lines.size() > PAGE ? QueueForm.address(understood.text(), cursor(asked, page.getLast())) : null);
        model.addAttribute("snoozed", snoozed(asked, understood, viewer));
        model.addAttribute("asked", understood);
        model.addAttribute("offer", queries.offer(all));
        model.addAttribute("nonce", UUID.randomUUID());
        return "ticket/queue";
    }

    @GetMapping("/queue/completions")
    String completions(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("completions", queries.completions(q, apps.active()));
        return "ticket/part/query :: completions";
    }

    /** How many are left out since they were set aside. */
    private int snoozed(Asked asked, QueueQueries.Understood understood, Viewer viewer) {
        return understood.faults().isEmpty() && asked.leavesOutSnoozed() ? tickets.snoozed(viewer, asked) : 0;
    }

    private List<QueueRow> rows(List<TicketLine> page, Viewer viewer, Instant now) {
        Map<TicketNumber, String> taking = costs.of(page, viewer, now);
        return page.stream()
                .map(line -> rows.row(line, taking.get(line.number()), viewer, now))
                .toList();
    }

    private List<TicketLine> lines(Asked asked, @Nullable String after, Viewer viewer) {
        return asked.isOfOpen()
                ? tickets.queue(viewer, asked, read(after, QueueCursor::parse), PAGE + 1)
                : tickets.newest(viewer, asked, read(after, Pages::number), PAGE + 1);
    }

    private static Object cursor(Asked asked, TicketLine last) {
        return asked.isOfOpen() ? QueueCursor.after(last) : last.number().value();
    }

    private static <C> @Nullable C read(@Nullable String cursor, Function<String, Optional<C>> form) {
        if (cursor == null) {
            return null;
        }
        return form.apply(cursor).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
