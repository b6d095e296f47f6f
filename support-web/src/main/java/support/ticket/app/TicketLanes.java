package support.ticket.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.partner.Standing;
import support.partner.app.PartnerChanged;
import support.partner.persistence.Partners;
import support.sla.Lane;
import support.ticket.Status;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.persistence.LaneTickets;

/**
 * Keeps open tickets in the lane that is theirs: the Fast Lane while the partner is active whose people raised them, the
 * standard lane else. It holds what is against what should be, some tickets a transaction, so that it may be called at any
 * time, more than once, and by several instances.
 */
@Component
@Transactional
public class TicketLanes {
    /** So many tickets are no load for anybody who waits for the page, or for one of the tickets. */
    static final int STRIDE = 50;

    private final LaneTickets lanes;
    private final Partners partners;
    private final PartnerTimers timers;
    private final TicketKeeping keeping;
    private final Clock clock;

    TicketLanes(LaneTickets lanes, Partners partners, PartnerTimers timers, TicketKeeping keeping, Clock clock) {
        this.lanes = lanes;
        this.partners = partners;
        this.timers = timers;
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * Most partners have so few open tickets that they are all moved here. A timer moves the rest, and what is being raised
     * at this very moment.
     */
    @EventListener
    public void on(PartnerChanged changed) {
        long organisation = changed.event().after().organisation();
        stride(organisation);
        timers.lookSoon(organisation, clock.instant());
    }

    /** What was done while the partner ended is open again in the lane that is its own by now. */
    @EventListener
    public void on(TicketChanged change) {
        if (change.events().stream().anyMatch(TicketLanes::reopens)) {
            TicketNumber number = change.ticket().number();
            lanes.misplaced(number, clock.instant()).ifPresent(organisation -> move(List.of(number), organisation));
        }
    }

    private static boolean reopens(TicketEvent event) {
        return event.what() instanceof TicketEvent.StatusChanged(Status from, Status to)
                && from.isDone()
                && !to.isDone();
    }

    /**
     * Moves some tickets of an organisation's people.
     *
     * @return whether there may be more
     */
    public boolean stride(long organisation) {
        List<TicketNumber> some = lanes.misplaced(organisation, clock.instant(), STRIDE);
        move(some, organisation);
        return some.size() == STRIDE;
    }

    private void move(List<TicketNumber> some, long organisation) {
        Instant now = clock.instant();
        partners.find(organisation, now).ifPresent(partner -> {
            Lane lane = partner.active() ? Lane.FAST_LANE : Lane.STANDARD;
            TicketEvent.LaneChanged.Why why = why(partner);
            some.forEach(number -> move(number, lane, why, now));
        });
    }

    private void move(TicketNumber number, Lane lane, TicketEvent.LaneChanged.Why why, Instant now) {
        keeping.find(number).ifPresent(ticket -> {
            ticket.take(lane, why, now);
            keeping.keep(ticket);
        });
    }

    private static TicketEvent.LaneChanged.Why why(Partners.Line partner) {
        if (partner.active()) {
            return TicketEvent.LaneChanged.Why.PARTNER_ACTIVE;
        }
        return partner.partner().standing() == Standing.SUSPENDED
                ? TicketEvent.LaneChanged.Why.PARTNER_SUSPENDED
                : TicketEvent.LaneChanged.Why.PARTNER_ENDED;
    }
}
