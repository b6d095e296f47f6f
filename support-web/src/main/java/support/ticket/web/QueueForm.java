package support.ticket.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import support.sla.Lane;
import support.ticket.Status;
import support.ticket.persistence.TicketFilter;

/** The filters of the queue as they stand in the address; what is missing filters nothing. */
record QueueForm(
        @Nullable Status status,
        @Nullable Lane lane,
        @Nullable Long app,
        TicketFilter.@Nullable Assignment who,
        TicketFilter.@Nullable Standing standing,
        @Nullable String after) {

    TicketFilter filter() {
        return new TicketFilter(
                done() ? TicketFilter.Progress.DONE : TicketFilter.Progress.OPEN,
                status,
                lane,
                app,
                who == null ? TicketFilter.Assignment.ANY : who,
                standing == null ? TicketFilter.Standing.ANY : standing);
    }

    /** Whether the list is of tickets that have no place in the queue any more. */
    public boolean done() {
        return status != null && status.isDone();
    }

    public boolean isFiltered() {
        return !filter().equals(TicketFilter.of(TicketFilter.Progress.OPEN));
    }

    /** The address of the page that starts after a line. */
    String pageAfter(Object cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/queue");
        add(address, "status", status);
        add(address, "lane", lane);
        add(address, "app", app);
        add(address, "who", who);
        add(address, "standing", standing);
        add(address, "after", cursor);
        return address.build().encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
