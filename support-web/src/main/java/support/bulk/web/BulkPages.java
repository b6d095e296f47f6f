package support.bulk.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.bulk.Bulk;
import support.bulk.Chosen;
import support.bulk.Fate;
import support.bulk.app.BulkDesk;
import support.bulk.persistence.Bulks;
import support.macro.persistence.Macros;
import support.people.Viewer;
import support.sla.app.CurrentTerms;
import support.team.persistence.Teams;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.persistence.TicketLine;
import support.ticket.persistence.TicketLists;

/** What the pages show before a deed is chosen, and after it is done. */
@Component
class BulkPages {
    /**
     * A ticket that is chosen. Public, as all rows here, so that what templates say of them can be compiled.
     *
     * @param value as a form sends it
     * @param summary null when there is no such ticket for the viewer
     */
    public record Ticket(
            TicketNumber number,
            String value,
            @Nullable String summary,
            @Nullable String requester) {}

    /** @param undone what became of taking it back; null when nobody has tried */
    public record Result(Ticket ticket, Fate fate, @Nullable Fate undone, boolean answered) {}

    private final TicketLists tickets;
    private final Teams teams;
    private final Macros macros;
    private final CurrentTerms terms;
    private final Bulks bulks;

    BulkPages(TicketLists tickets, Teams teams, Macros macros, CurrentTerms terms, Bulks bulks) {
        this.tickets = tickets;
        this.teams = teams;
        this.macros = macros;
        this.terms = terms;
        this.bulks = bulks;
    }

    /** What can be done, to choose from. */
    void choices(BulkForm form, Viewer viewer, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("nonce", UUID.randomUUID());
        model.addAttribute("staff", teams.on(terms.today()).agents());
        model.addAttribute("macros", macros.of(viewer));
        model.addAttribute("statuses", Status.given());
    }

    /** Those of the tickets that are chosen, as many as can be at once. */
    List<Ticket> tickets(List<Chosen> chosen, Viewer viewer) {
        List<Chosen> first = chosen.subList(0, Math.min(chosen.size(), BulkDesk.MOST));
        Map<TicketNumber, TicketLine> lines = lines(first, viewer);
        return first.stream().map(one -> ticket(one, lines.get(one.number()))).toList();
    }

    private Map<TicketNumber, TicketLine> lines(List<Chosen> chosen, Viewer viewer) {
        List<TicketNumber> numbers = chosen.stream().map(Chosen::number).toList();
        return tickets.among(viewer, numbers).stream()
                .collect(Collectors.toMap(TicketLine::number, Function.identity()));
    }

    private static Ticket ticket(Chosen chosen, @Nullable TicketLine line) {
        return new Ticket(
                chosen.number(),
                chosen.toString(),
                line == null ? null : line.summary(),
                line == null ? null : line.requester());
    }

    /** What became of each ticket. */
    void results(Bulk bulk, Viewer viewer, Model model) {
        List<Bulks.Line> lines = bulks.lines(bulk.nonce(), viewer);
        Map<TicketNumber, TicketLine> shown =
                lines(lines.stream().map(Bulks.Line::chosen).toList(), viewer);
        List<Result> results = lines.stream()
                .map(line -> new Result(
                        ticket(line.chosen(), shown.get(line.chosen().number())),
                        line.fate(),
                        line.undone(),
                        line.trace() != null && line.trace().answered()))
                .toList();
        model.addAttribute("results", results);
        model.addAttribute("bulk", bulk);
        model.addAttribute("went", count(lines, line -> line.fate() == Fate.DONE));
        model.addAttribute("undone", count(lines, line -> line.undone() == Fate.UNDONE));
        model.addAttribute("tried", lines.stream().anyMatch(line -> line.undone() != null));
        model.addAttribute(
                "answers",
                count(lines, line -> line.trace() != null && line.trace().answered()));
        model.addAttribute("canUndo", lines.stream().anyMatch(Bulks.Line::canBeUndone));
    }

    private static long count(List<Bulks.Line> lines, Predicate<Bulks.Line> which) {
        return lines.stream().filter(which).count();
    }
}
