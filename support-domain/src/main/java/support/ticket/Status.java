package support.ticket;

/** Where a ticket is in its life. Which status may follow which stands in {@link LifeCycle}. */
public enum Status {
    NEW,
    OPEN,
    WAITING_FOR_CUSTOMER,
    RESOLVED,
    CLOSED,
    CONFIRMED,
    SCHEDULED,
    FIXED,
    GATHERING,
    PLANNED,
    SHIPPED,
    DECLINED;

    /** Nothing more is expected of anybody. */
    public boolean isDone() {
        return switch (this) {
            case RESOLVED, CLOSED, FIXED, SHIPPED, DECLINED -> true;
            case NEW, OPEN, WAITING_FOR_CUSTOMER, CONFIRMED, SCHEDULED, GATHERING, PLANNED -> false;
        };
    }
}
