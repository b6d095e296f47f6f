package support.training.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Notice;
import support.people.Viewer;
import support.people.persistence.People;
import support.training.Session;
import support.training.persistence.CourseSessions;
import support.training.persistence.Courses;
import support.training.persistence.Seats;

/** What a partner's people do with courses. No seat is ever sold twice: whoever books holds the session, and the table agrees. */
@Component
@Transactional
public class TrainingDesk {
    private final Courses courses;
    private final CourseSessions sessions;
    private final Seats seats;
    private final People people;
    private final Certifying certifying;
    private final SeatLetters letters;
    private final Clock clock;

    TrainingDesk(
            Courses courses,
            CourseSessions sessions,
            Seats seats,
            People people,
            Certifying certifying,
            SeatLetters letters,
            Clock clock) {
        this.courses = courses;
        this.sessions = sessions;
        this.seats = seats;
        this.people = people;
        this.certifying = certifying;
        this.letters = letters;
        this.clock = clock;
    }

    /** @param course of which the material is */
    public void markDone(long course, long material, boolean done, Viewer by) {
        if (done) {
            courses.hold(course);
            courses.markDone(material, by.id(), clock.instant());
            certifying.look(course, by.id());
        } else {
            courses.markOpen(material, by.id());
        }
    }

    /** Gives the person a seat, or a place in the line when all are taken; asking again changes nothing. */
    public Booking book(long session, Viewer by) {
        Session held = sessions.hold(session).orElseThrow();
        // only now: whoever waited for the session may have been suspended meanwhile
        if (people.viewer(by.id()).filter(Viewer::activePartner).isEmpty()) {
            return new Booking.Refused(Session.Refusal.RESTING);
        }
        Session.Refusal refusal = held.refusal(clock.instant()).orElse(null);
        return refusal == null ? seat(held, by) : new Booking.Refused(refusal);
    }

    private Booking seat(Session held, Viewer by) {
        long session = held.id();
        String course = sessions.title(session);
        // a seat that became free by itself is for those who wait already
        moveUp(held, course);
        boolean there = seats.find(session, by.id()).isPresent();
        seats.take(session, by.id(), clock.instant());
        Seats.Guest guest = seats.find(session, by.id()).orElseThrow();
        if (!there) {
            Notice.Kind kind = guest.seat() == null ? Notice.Kind.ON_WAITING_LIST : Notice.Kind.SEAT_BOOKED;
            letters.tell(kind, guest, held, course, "");
        }
        return guest.seat() == null ? new Booking.Waiting() : new Booking.Seat(Objects.requireNonNull(guest.seat()));
    }

    /** Takes a seat or a wish for one back; whoever has waited longest moves up. Of one that has begun nothing is taken back. */
    public void cancel(long session, Viewer by) {
        Session held = sessions.hold(session).orElseThrow();
        if (!held.hasBegun(clock.instant()) && seats.free(session, by.id())) {
            moveUp(held, sessions.title(session));
        }
    }

    /** Fills the seats that are free from the line. The session is held. */
    void moveUp(Session session, String course) {
        Instant now = clock.instant();
        if (session.refusal(now).isEmpty()) {
            for (var up = seats.moveUp(session.id(), now); up.isPresent(); up = seats.moveUp(session.id(), now)) {
                letters.tell(Notice.Kind.MOVED_UP, up.get(), session, course, "");
            }
        }
    }

    /** Fills seats that became free by themselves: whoever had one has been erased. */
    public void moveUpEverywhere() {
        for (long id : sessions.toCome(clock.instant())) {
            sessions.hold(id).ifPresent(session -> moveUp(session, sessions.title(id)));
        }
    }
}
