package support.ticket.persistence;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;

/** The conditions of one list: the viewer's scope and the filter. Only constants become SQL, values are bound. */
class Conditions {
    private final boolean ofDesk;
    private final TicketScope scope;
    /** Of a promise {@code q}. */
    static final String KEPT = "coalesce(q.corrected, q.verdict) = 'KEPT'";

    static final String MISSED =
            "(coalesce(q.corrected, q.verdict) = 'MISSED' or q.verdict = 'OPEN' and q.due_at < :dueNow"
                    + " and mod(cardinality(q.pauses), 2) = 0)";

    private final List<String> conditions = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters;

    /** All that the viewer may see. */
    Conditions(Viewer viewer) {
        ofDesk = viewer.staff();
        scope = TicketScope.of(viewer);
        parameters = new HashMap<>(scope.parameters());
    }

    Conditions(Viewer viewer, TicketFilter filter) {
        this(viewer);
        add(filter.progress());
        add(filter.partner());
        equal("t.status", "status", filter.status());
        equal("t.app_id", "app", filter.app());
    }

    void add(String condition) {
        conditions.add(condition);
    }

    /** @param query what a ticket's text is to hold, as SQL of a {@code tsquery} */
    void words(String query) {
        words.add(query);
    }

    boolean hasWords() {
        return !words.isEmpty();
    }

    /** Only tickets in the queue. */
    void open() {
        add("t.queue_band is not null");
        places.add("cast('''#open''' as tsquery)");
    }

    void within(NumberSpan span) {
        add("t.number between :fromNumber and :toNumber");
        set("fromNumber", span.from());
        set("toNumber", span.to());
        if (hasWords() && span.isNarrow()) {
            places.add("cast(:blocks as tsquery)");
            set("blocks", span.marks());
        }
    }

    void set(String parameter, Object value) {
        parameters.put(parameter, value);
    }

    boolean isOfDesk() {
        return ofDesk;
    }

    /** For each way in which the viewer may see a ticket, what is to be true of it. */
    List<String> ways() {
        String filter = String.join(" and ", conditions);
        return IntStream.range(0, scope.ways().size())
                .mapToObj(way -> scope.ways().get(way) + found(way) + (filter.isEmpty() ? "" : " and " + filter))
                .toList();
    }

    /** Looked up in the index of words, which goes through what lies on that way alone. */
    private String found(int way) {
        if (words.isEmpty()) {
            return "";
        }
        String query = Stream.concat(words.stream(), places.stream()).collect(Collectors.joining(" && "));
        return " and t.number = any (array(select x.ticket_number from ticket_text x where "
                + scope.texts().get(way) + " and x.doc @@ (" + query + ")))";
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private void add(TicketFilter.Progress progress) {
        switch (progress) {
            case OPEN -> add("t.queue_band is not null");
            case DONE -> add("t.queue_band is null");
            case ALL -> {}
        }
    }

    private void add(TicketFilter.@Nullable OfPartner partner) {
        if (partner == null) {
            return;
        }
        add("t.organisation_id = :viewerOrganisation");
        equal("t.end_customer_id", "endCustomer", partner.endCustomer());
        TicketFilter.Due due = partner.due();
        if (due != null) {
            add(
                    "exists (select from promise q where q.ticket_number = t.number and q.due_at >= :dueFrom and q.due_at < :dueTo and "
                            + (due.kept() ? KEPT : MISSED) + ")");
            set("dueFrom", due.from().atOffset(ZoneOffset.UTC));
            set("dueTo", due.to().atOffset(ZoneOffset.UTC));
            set("dueNow", due.now().atOffset(ZoneOffset.UTC));
        }
    }

    private void equal(String column, String parameter, @Nullable Object value) {
        if (value != null) {
            add(column + " = :" + parameter);
            set(parameter, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }
}
