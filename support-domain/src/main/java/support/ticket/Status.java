package support.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Those that somebody can give a ticket: it is new but once. */
    public static List<Status> given() {
        return Arrays.stream(values()).filter(status -> status != NEW).toList();
    }

    /** The one of {@link #given} with this name; empty for any other words, and for none. */
    public static Optional<Status> given(@Nullable String name) {
        return given().stream().filter(status -> status.name().equals(name)).findFirst();
    }

    /** Nothing more is expected of anybody. */
    public boolean isDone() {
        return switch (this) {
            case RESOLVED, CLOSED, FIXED, SHIPPED, DECLINED -> true;
            case NEW, OPEN, WAITING_FOR_CUSTOMER, CONFIRMED, SCHEDULED, GATHERING, PLANNED -> false;
        };
    }
}
