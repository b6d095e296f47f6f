package support.ticket;

import static support.ticket.Status.CLOSED;
import static support.ticket.Status.CONFIRMED;
import static support.ticket.Status.DECLINED;
import static support.ticket.Status.FIXED;
import static support.ticket.Status.GATHERING;
import static support.ticket.Status.NEW;
import static support.ticket.Status.OPEN;
import static support.ticket.Status.PLANNED;
import static support.ticket.Status.RESOLVED;
import static support.ticket.Status.SCHEDULED;
import static support.ticket.Status.SHIPPED;
import static support.ticket.Status.WAITING_FOR_CUSTOMER;

import java.util.List;
import java.util.Map;
import support.sla.RequestType;

/** The life of each type of request as one table: status, and what may follow it. */
public enum LifeCycle {
    SUPPORT_REQUEST(
            OPEN,
            Map.of(
                    NEW, List.of(OPEN, WAITING_FOR_CUSTOMER, RESOLVED),
                    OPEN, List.of(WAITING_FOR_CUSTOMER, RESOLVED),
                    WAITING_FOR_CUSTOMER, List.of(OPEN, RESOLVED),
                    RESOLVED, List.of(OPEN, WAITING_FOR_CUSTOMER, CLOSED),
                    CLOSED, List.of(OPEN))),
    BUG_REPORT(
            OPEN,
            Map.of(
                    NEW, List.of(OPEN, WAITING_FOR_CUSTOMER, CONFIRMED, RESOLVED),
                    OPEN, List.of(WAITING_FOR_CUSTOMER, CONFIRMED, RESOLVED),
                    WAITING_FOR_CUSTOMER, List.of(OPEN, CONFIRMED, RESOLVED),
                    CONFIRMED, List.of(WAITING_FOR_CUSTOMER, SCHEDULED, FIXED, RESOLVED),
                    SCHEDULED, List.of(WAITING_FOR_CUSTOMER, CONFIRMED, FIXED, RESOLVED),
                    FIXED, List.of(OPEN, WAITING_FOR_CUSTOMER, RESOLVED, CLOSED),
                    RESOLVED, List.of(OPEN, WAITING_FOR_CUSTOMER, CLOSED),
                    CLOSED, List.of(OPEN))),
    IDEA(
            GATHERING,
            Map.of(
                    NEW, List.of(GATHERING, WAITING_FOR_CUSTOMER, PLANNED, DECLINED, RESOLVED),
                    GATHERING, List.of(WAITING_FOR_CUSTOMER, PLANNED, DECLINED, RESOLVED),
                    WAITING_FOR_CUSTOMER, List.of(GATHERING, PLANNED, DECLINED, RESOLVED),
                    PLANNED, List.of(WAITING_FOR_CUSTOMER, GATHERING, SHIPPED, DECLINED, RESOLVED),
                    SHIPPED, List.of(GATHERING, WAITING_FOR_CUSTOMER, CLOSED),
                    DECLINED, List.of(GATHERING, WAITING_FOR_CUSTOMER, CLOSED),
                    RESOLVED, List.of(GATHERING, WAITING_FOR_CUSTOMER, CLOSED),
                    CLOSED, List.of(GATHERING)));

    private final Status working;
    private final Map<Status, List<Status>> next;

    LifeCycle(Status working, Map<Status, List<Status>> next) {
        this.working = working;
        this.next = next;
    }

    public static LifeCycle of(RequestType type) {
        return valueOf(type.name());
    }

    /** The status of a ticket that is the desk's turn after the customer wrote. */
    public Status working() {
        return working;
    }

    /** What may follow, in the order in which it is offered; empty for a status that this type never has. */
    public List<Status> after(Status status) {
        return next.getOrDefault(status, List.of());
    }
}
