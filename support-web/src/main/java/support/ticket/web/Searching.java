package support.ticket.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.people.Viewer;
import support.query.Query;
import support.query.Spelling;
import support.query.WordMarks;
import support.ticket.persistence.Asked;
import support.ticket.persistence.Meanings;
import support.ticket.persistence.TicketSearch;

/** Finds what somebody looks for: the newest lot of hits, of these first what names the words in its summary. */
@Component
class Searching {
    static final int PAGE = 20;
    /** So many of the newest are put in order; older ones come after them. */
    private static final int LOT = 100;
    /** Of more words none is taken for misspelt. */
    private static final int MOST_MISSPELT = 4;

    /**
     * A page of hits.
     *
     * @param named whom the words name
     * @param meant words that were looked for as well, since what was typed is written nowhere
     * @param next null when there are no others
     */
    record Found(
            List<Long> page,
            WordMarks marks,
            List<TicketSearch.Named> named,
            List<String> meant,
            @Nullable SearchPlace next) {}

    private final TicketSearch search;
    private final QueueQueries queries;

    Searching(TicketSearch search, QueueQueries queries) {
        this.search = search;
        this.queries = queries;
    }

    Found find(Query query, @Nullable SearchPlace place, Viewer viewer, Instant now) {
        Asked asked = queries.asked(query, now);
        List<String> words = words(query);
        List<TicketSearch.Named> named = search.named(words, viewer);
        List<TicketSearch.Hit> hits = hits(asked, place, new Meanings(Map.of(), marks(named)), viewer);
        if (!hits.isEmpty() || words.isEmpty() || words.size() > MOST_MISSPELT) {
            return page(hits, WordMarks.of(query, List.of()), named, List.of(), place);
        }
        Map<String, List<String>> meant = meant(words, viewer);
        if (words(meant).isEmpty()) {
            return page(hits, WordMarks.of(query, List.of()), named, List.of(), place);
        }
        List<TicketSearch.Named> others = search.named(words(meant), viewer);
        hits = hits(asked, place, new Meanings(meant, marks(others)), viewer);
        List<String> said = hits.isEmpty() ? List.of() : words(meant);
        return page(hits, WordMarks.of(query, said), hits.isEmpty() ? named : others, said, place);
    }

    /** Where any ending counts. */
    private static List<String> words(Query query) {
        return query.terms().stream()
                .filter(term -> term instanceof Query.Words words && !words.exact() && !words.excluded())
                .map(term -> ((Query.Words) term).text())
                .filter(word -> !word.endsWith("*"))
                .distinct()
                .toList();
    }

    private static List<String> words(Map<String, List<String>> meant) {
        return meant.values().stream().flatMap(List::stream).distinct().toList();
    }

    private Map<String, List<String>> meant(List<String> words, Viewer viewer) {
        return words.stream()
                .filter(Spelling::canBeMeant)
                .collect(
                        Collectors.toMap(Function.identity(), word -> Spelling.meant(word, search.near(word, viewer))));
    }

    private static Map<String, List<String>> marks(List<TicketSearch.Named> named) {
        return named.stream()
                .collect(Collectors.groupingBy(
                        TicketSearch.Named::word, Collectors.mapping(TicketSearch.Named::mark, Collectors.toList())));
    }

    private List<TicketSearch.Hit> hits(Asked asked, @Nullable SearchPlace place, Meanings meanings, Viewer viewer) {
        if (place != null && place.last() != null) {
            return search.between(place.last(), place.top(), viewer, asked, meanings, LOT);
        }
        return search.upTo(place == null ? search.newest() : place.top(), viewer, asked, meanings, LOT);
    }

    /** @param words how many of them are in the summary */
    private record Ranked(long number, int words) {}

    private static Found page(
            List<TicketSearch.Hit> hits,
            WordMarks marks,
            List<TicketSearch.Named> named,
            List<String> meant,
            @Nullable SearchPlace place) {
        int skip = place == null ? 0 : place.skip();
        List<Long> page = hits.stream()
                .map(hit -> new Ranked(hit.number(), marks.in(hit.summary())))
                .sorted(Comparator.comparingInt(Ranked::words).reversed())
                .skip(skip)
                .limit(PAGE)
                .map(Ranked::number)
                .toList();
        return new Found(page, marks, named, meant, next(hits, skip + PAGE));
    }

    private static @Nullable SearchPlace next(List<TicketSearch.Hit> hits, int shown) {
        if (shown < hits.size()) {
            return new SearchPlace(hits.getFirst().number(), hits.getLast().number(), shown);
        }
        long rest = hits.size() < LOT ? 0 : hits.getLast().number() - 1;
        return rest < 1 ? null : new SearchPlace(rest, null, 0);
    }
}
