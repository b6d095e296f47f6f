package support.bulk;

import java.util.List;
import java.util.Optional;
import support.macro.Macro;
import support.sla.RequestType;
import support.ticket.LifeCycle;
import support.ticket.Status;

/** How a macro that nobody looks over for each ticket fits a ticket. */
public final class Fit {
    private Fit() {}

    /** Why the macro is not used on a ticket; empty when it can be. What is owed on the ticket is not asked here. */
    public static Optional<Fate> hindrance(Macro macro, RequestType type, Status present) {
        if (macro.next() == null && present == Status.CLOSED) {
            return macro.text().isBlank() ? Optional.empty() : Optional.of(Fate.CLOSED);
        }
        Status next = macro.next();
        return next == null || next == present || after(type, present).contains(next)
                ? Optional.empty()
                : Optional.of(Fate.NO_SUCH_STEP);
    }

    /** The status with which a ticket goes on after the answer; where the macro names none the customer has the turn. */
    public static Status next(Macro macro, RequestType type, Status present) {
        if (macro.next() != null) {
            return macro.next();
        }
        return after(type, present).contains(Status.WAITING_FOR_CUSTOMER) ? Status.WAITING_FOR_CUSTOMER : present;
    }

    private static List<Status> after(RequestType type, Status present) {
        return LifeCycle.of(type).after(present);
    }
}
