package support.live.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import support.live.persistence.Attendance;
import support.live.persistence.Attendance.Attendant;
import support.live.persistence.Attendance.Seat;
import support.ticket.TicketNumber;
import tools.jackson.databind.json.JsonMapper;

/** Tells the other instances who listens here for the sake of which ticket, and all who look at a ticket who else does. Of one thread. */
class Lookout {
    /** A browser that comes again, as each does every minute, has not left meanwhile. */
    private static final Duration ABSENT_MINDED = Duration.ofSeconds(3);

    private static final Duration RENEWAL = Attendance.REMEMBERED.dividedBy(3);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final UUID instance = UUID.randomUUID();
    private final Attendance attendance;
    private final Map<Seat, Long> seenAt = new HashMap<>();
    private Map<Seat, Boolean> told = Map.of();
    private long toldAt;

    Lookout(Attendance attendance) {
        this.attendance = attendance;
    }

    void look(Set<Listener> listeners, Instant now) {
        Map<Seat, Boolean> here = here(listeners, System.nanoTime());
        boolean due = !here.isEmpty() && System.nanoTime() - toldAt > RENEWAL.toNanos();
        if (due || !here.equals(told)) {
            attendance.tell(instance, here, now);
            told = here;
            toldAt = System.nanoTime();
        }
        Set<TicketNumber> tickets = here.keySet().stream().map(Seat::ticket).collect(Collectors.toSet());
        if (!tickets.isEmpty()) {
            tell(listeners, attendance.at(tickets, now));
        }
    }

    /** Who has just gone is there a little longer, as they were. */
    private Map<Seat, Boolean> here(Set<Listener> listeners, long now) {
        Map<Seat, Boolean> here = new HashMap<>();
        for (Listener listener : listeners) {
            Seat seat = listener.seat();
            if (seat != null && !listener.isOver()) {
                here.merge(seat, listener.isWriting(), Boolean::logicalOr);
                seenAt.put(seat, now);
            }
        }
        seenAt.values().removeIf(seen -> now - seen > ABSENT_MINDED.toNanos());
        seenAt.keySet().forEach(seat -> here.putIfAbsent(seat, told.getOrDefault(seat, false)));
        return here;
    }

    private static void tell(Set<Listener> listeners, Map<TicketNumber, List<Attendant>> there) {
        Map<TicketNumber, Message> messages = new HashMap<>();
        for (Listener listener : listeners) {
            Seat seat = listener.seat();
            if (seat != null) {
                listener.tellOnce(messages.computeIfAbsent(
                        seat.ticket(),
                        ticket -> new Message(
                                "here",
                                null,
                                JSON.writeValueAsString(Map.of("people", there.getOrDefault(ticket, List.of()))))));
            }
        }
    }
}
