package support.space.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import support.catalog.App;
import support.people.Viewer;
import support.promotion.persistence.Handouts;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.app.CurrentTerms;
import support.space.persistence.LaneState;
import support.space.persistence.NewsBoard;
import support.ticket.persistence.TicketFilter;
import support.ticket.persistence.TicketLine;
import support.ticket.persistence.TicketLists;
import support.ticket.web.ListRows;
import support.training.persistence.CourseSessions;

/** The one page that a partner's people come to, and the apps of the vendor with what there is to read on them. */
@Controller
class SpaceController {
    /** What fits on a page that one only comes by. */
    private static final int FEW = 5;

    private final NewsBoard news;
    private final LaneState lane;
    private final TicketLists tickets;
    private final ListRows rows;
    private final CourseSessions sessions;
    private final Handouts codes;
    private final AppShelf shelf;
    private final CurrentTerms terms;
    private final Clock clock;

    SpaceController(
            NewsBoard news,
            LaneState lane,
            TicketLists tickets,
            ListRows rows,
            CourseSessions sessions,
            Handouts codes,
            AppShelf shelf,
            CurrentTerms terms,
            Clock clock) {
        this.news = news;
        this.lane = lane;
        this.tickets = tickets;
        this.rows = rows;
        this.sessions = sessions;
        this.codes = codes;
        this.shelf = shelf;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping("/space")
    String space(Viewer viewer, Model model) {
        long partner = Objects.requireNonNull(viewer.organisation(), "the door is for partners");
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, terms.calendar().zone());
        model.addAttribute("news", news.on(today));
        model.addAttribute("rows", rows.of(lines(viewer, model), now, viewer));
        model.addAttribute("promised", promised(terms.policy()));
        model.addAttribute("kept", lane.kept(partner, quarter(today), now));
        model.addAttribute("sessions", sessions.next(viewer, now, FEW));
        model.addAttribute("held", codes.of(partner, FEW));
        model.addAttribute("today", today);
        model.addAttribute("apps", shelf.apps());
        return "space/space";
    }

    /** The open tickets that are due next. */
    private List<TicketLine> lines(Viewer viewer, Model model) {
        List<TicketLine> open = tickets.queue(viewer, TicketFilter.of(TicketFilter.Progress.OPEN), null, FEW + 1);
        model.addAttribute("moreTickets", open.size() > FEW);
        return open.subList(0, Math.min(FEW, open.size()));
    }

    /** In which business time the Fast Lane gets its first reply; levels without a promise are left out. */
    private static Map<Severity, Policy.Target> promised(Policy policy) {
        Map<Severity, Policy.Target> targets = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            policy.target(new Policy.Case(Metric.FIRST_RESPONSE, RequestType.SUPPORT_REQUEST, severity, Lane.FAST_LANE))
                    .ifPresent(target -> targets.put(severity, target));
        }
        return targets;
    }

    private Instant quarter(LocalDate today) {
        LocalDate first = today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
        return first.atStartOfDay(terms.calendar().zone()).toInstant();
    }

    @GetMapping("/space/apps/{id}")
    String app(@PathVariable long id, Model model) {
        App app = shelf.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        shelf.show(app, model);
        return "space/app";
    }
}
