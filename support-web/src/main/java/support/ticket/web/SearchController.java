package support.ticket.web;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.query.Query;
import support.query.WordMarks;
import support.ticket.persistence.TicketLine;
import support.ticket.persistence.TicketLists;

/** Looking for tickets by what is written on them, for everybody among those that they see. */
@Controller
class SearchController {
    /** The server has ended a statement that took too long. */
    private static final String GIVEN_UP = "57014";

    private static final int MOST_NAMED = 6;

    private final TicketLists tickets;
    private final Apps apps;
    private final QueueQueries queries;
    private final Searching searching;
    private final SearchRows rows;
    private final Clock clock;

    SearchController(
            TicketLists tickets, Apps apps, QueueQueries queries, Searching searching, SearchRows rows, Clock clock) {
        this.tickets = tickets;
        this.apps = apps;
        this.queries = queries;
        this.searching = searching;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping("/search")
    String search(SearchForm form, Viewer viewer, Model model) {
        Optional<TicketLine> numbered = form.number().flatMap(number -> tickets.find(viewer, number));
        if (form.isNumberOnly() && numbered.isPresent()) {
            return "redirect:/tickets/" + numbered.get().number();
        }
        List<App> all = viewer.staff() ? apps.active() : List.of();
        QueueQueries.Understood understood = queries.read(form.text(), viewer, all);
        model.addAttribute("asked", understood);
        model.addAttribute("help", viewer.staff() ? queries.offer(all) : null);
        if (understood.isFiltered() && understood.faults().isEmpty()) {
            find(form, understood.query(), numbered.orElse(null), viewer, model);
        }
        return "search/search";
    }

    private void find(SearchForm form, Query query, @Nullable TicketLine numbered, Viewer viewer, Model model) {
        SearchPlace place = place(form);
        try {
            Searching.Found found = searching.find(query, place, viewer, clock.instant());
            model.addAttribute("rows", rows.of(found.page(), found.marks(), viewer));
            model.addAttribute("meant", found.meant());
            model.addAttribute("more", found.next() == null ? null : address(form.text(), found.next()));
            model.addAttribute(
                    "named",
                    viewer.staff() && place == null
                            ? found.named().stream().limit(MOST_NAMED).toList()
                            : List.of());
        } catch (DataAccessException e) {
            if (!isGivenUp(e)) {
                throw e;
            }
            model.addAttribute("slow", true);
        }
        List<Long> first = Stream.of(numbered)
                .filter(Objects::nonNull)
                .filter(line -> place == null)
                .map(line -> line.number().value())
                .toList();
        model.addAttribute("numbered", rows.of(first, WordMarks.of(query, List.of()), viewer));
        model.addAttribute("older", place != null);
    }

    private static boolean isGivenUp(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause && GIVEN_UP.equals(cause.getSQLState());
    }

    private static @Nullable SearchPlace place(SearchForm form) {
        String after = form.after();
        if (after == null) {
            return null;
        }
        return SearchPlace.parse(after).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static String address(String query, SearchPlace place) {
        return UriComponentsBuilder.fromPath("/search")
                .queryParam("q", "{query}")
                .queryParam("after", "{place}")
                .encode()
                .buildAndExpand(query, place)
                .toUriString();
    }
}
