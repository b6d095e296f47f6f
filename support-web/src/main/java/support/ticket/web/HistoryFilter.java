package support.ticket.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.ticket.persistence.TicketView;

/**
 * What of a history is shown, as it stands in the address; what is missing filters nothing. Public, so that what the template says
 * of it can be compiled.
 *
 * @param who the number of the person who did it, {@value #DESK} for the desk itself
 */
public record HistoryFilter(
        HistoryText.@Nullable Kind kind, @Nullable Long who) {
    static final long DESK = 0;

    public boolean isFiltered() {
        return kind != null || who != null;
    }

    boolean shows(TicketView.Event event) {
        return (kind == null || HistoryText.kind(event.event().what()) == kind)
                && (who == null || Objects.equals(who, actor(event)));
    }

    /** Who has done anything, by their numbers, in the order in which they came; the desk itself has no name here. */
    static Map<Long, String> people(List<TicketView.Event> history) {
        Map<Long, String> people = new LinkedHashMap<>();
        history.forEach(event -> people.putIfAbsent(actor(event), event.actor() == null ? "" : event.actor()));
        return people;
    }

    private static long actor(TicketView.Event event) {
        Long actor = event.event().actor();
        return actor == null ? DESK : actor;
    }
}
