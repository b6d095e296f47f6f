package support.ticket.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import support.ticket.Status;
import support.ticket.persistence.TicketFilter;

/**
 * The filters of the lane view as they stand in the address; what is missing filters nothing.
 *
 * @param customer the number of an end customer
 * @param kept of this quarter's promises, those that were kept, or those that were missed
 */
record LaneForm(
        TicketFilter.@Nullable Progress show,
        @Nullable Status status,
        @Nullable Long app,
        @Nullable Long customer,
        @Nullable Boolean kept,
        @Nullable String after) {

    TicketFilter filter(Quarter quarter, Instant now) {
        TicketFilter.Due due = kept == null ? null : new TicketFilter.Due(quarter.from(), quarter.to(), now, kept);
        return new TicketFilter(progress(), status, app, new TicketFilter.OfPartner(customer, due));
    }

    /** Whoever looks for promises, or for what is done, looks among all. */
    public TicketFilter.Progress progress() {
        if (show != null) {
            return show;
        }
        return kept != null || status != null && status.isDone()
                ? TicketFilter.Progress.ALL
                : TicketFilter.Progress.OPEN;
    }

    /** What is open comes in the order in which it is due, else the newest first. */
    boolean inOrder() {
        return progress() == TicketFilter.Progress.OPEN;
    }

    public boolean isFiltered() {
        return progress() != TicketFilter.Progress.OPEN || status != null || app != null || customer != null;
    }

    /** For the entry in the audit log. */
    Map<String, String> forTheLog() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("show", progress().name());
        put(filters, "status", status);
        put(filters, "app", app);
        put(filters, "end customer", customer);
        put(filters, "kept", kept);
        return filters;
    }

    private static void put(Map<String, String> filters, String name, @Nullable Object value) {
        if (value != null) {
            filters.put(name, value.toString());
        }
    }

    /** The address of the page that starts after a line. */
    String pageAfter(Object cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/lane");
        add(address, "show", show);
        add(address, "status", status);
        add(address, "app", app);
        add(address, "customer", customer);
        add(address, "kept", kept);
        add(address, "after", cursor);
        return address.build().encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
