package support.ticket.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import support.people.Viewer;
import support.query.WordMarks;
import support.site.web.Times;
import support.ticket.persistence.TicketLine;
import support.ticket.persistence.TicketLists;
import support.ticket.persistence.TicketSearch;

/** Puts what was found into words, with the words that were looked for marked. */
@Component
class SearchRows {
    private static final int SNIPPET = 220;

    private final TicketLists tickets;
    private final TicketSearch search;
    private final Times times;
    private final MessageSourceAccessor words;

    SearchRows(TicketLists tickets, TicketSearch search, Times times, MessageSource messages) {
        this.tickets = tickets;
        this.search = search;
        this.times = times;
        this.words = new MessageSourceAccessor(messages);
    }

    /** Of those numbers, in their order. */
    List<SearchRow> of(List<Long> numbers, WordMarks marks, Viewer viewer) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<Long, TicketLine> lines = tickets.of(viewer, numbers).stream()
                .collect(Collectors.toMap(line -> line.number().value(), Function.identity()));
        List<String> stems = marks.stems();
        Map<Long, TicketSearch.Text> texts = stems.isEmpty() ? Map.of() : search.texts(numbers, stems, viewer);
        return numbers.stream()
                .map(lines::get)
                .filter(Objects::nonNull)
                .map(line -> row(line, texts.get(line.number().value()), marks, viewer))
                .toList();
    }

    private SearchRow row(TicketLine line, TicketSearch.@Nullable Text text, WordMarks marks, Viewer viewer) {
        Snippet snippet = text == null ? Snippet.NONE : snippet(text, marks);
        return new SearchRow(
                line.number().toString(),
                marks.mark(line.summary()),
                words.getMessage("status." + line.status()),
                line.app(),
                line.requester(),
                viewer.staff() ? line.organisation() : null,
                line.endCustomer(),
                times.shown(line.raisedAt(), viewer),
                snippet.source,
                snippet.pieces);
    }

    private record Snippet(@Nullable String source, List<WordMarks.Piece> pieces) {
        static final Snippet NONE = new Snippet(null, List.of());
    }

    private Snippet snippet(TicketSearch.Text text, WordMarks marks) {
        List<WordMarks.Piece> said = marks.snippet(text.body(), SNIPPET);
        if (!said.isEmpty()) {
            return new Snippet(text.internal() ? words.getMessage("search.note") : null, said);
        }
        List<WordMarks.Piece> files = marks.snippet(text.files(), SNIPPET);
        return files.isEmpty() ? Snippet.NONE : new Snippet(words.getMessage("search.file"), files);
    }
}
