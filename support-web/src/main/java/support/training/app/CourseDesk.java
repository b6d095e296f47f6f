package support.training.app;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;
import support.people.Viewer;
import support.training.Course;
import support.training.Session;
import support.training.persistence.CourseSessions;
import support.training.persistence.Courses;
import support.training.persistence.Seats;

/** What leads do with courses, and their sessions. A session is held before its course. */
@Component
@Transactional
public class CourseDesk {
    private final Courses courses;
    private final CourseSessions sessions;
    private final Seats seats;
    private final TrainingDesk training;
    private final Certifying certifying;
    private final SeatLetters letters;
    private final Audit audit;
    private final Clock clock;

    CourseDesk(
            Courses courses,
            CourseSessions sessions,
            Seats seats,
            TrainingDesk training,
            Certifying certifying,
            SeatLetters letters,
            Audit audit,
            Clock clock) {
        this.courses = courses;
        this.sessions = sessions;
        this.seats = seats;
        this.training = training;
        this.certifying = certifying;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the number of the course */
    public long add(Course course, Viewer by) {
        long id = courses.add(course);
        record(Deed.COURSE_ADDED, id, by, Map.of());
        return id;
    }

    /** @throws StaleTraining when somebody else was faster */
    public void change(Course course, Viewer by) {
        if (!courses.change(course)) {
            throw new StaleTraining();
        }
        record(Deed.COURSE_CHANGED, course.id(), by, Map.of());
    }

    /** @return the number of the session */
    public long add(Session session, Viewer by) {
        long id = sessions.add(session);
        record(Deed.SESSION_ADDED, session.course(), by, Map.of("session", String.valueOf(id)));
        return id;
    }

    /**
     * Changes when or where it is, or its seats. Whoever has booked is told of another time or place; more seats let people move up.
     *
     * @return false when a seat that somebody has would be gone
     * @throws StaleTraining when somebody else was faster
     */
    public boolean change(Session session, Viewer by) {
        Session before = sessions.hold(session.id()).orElseThrow();
        if (session.seats() < seats.highest(session.id())) {
            return false;
        }
        keep(session);
        String course = sessions.title(session.id());
        boolean moved = !before.begins().equals(session.begins())
                || !before.ends().equals(session.ends())
                || !before.place().equals(session.place());
        if (moved && !session.hasBegun(clock.instant())) {
            tellAll(Notice.Kind.SESSION_MOVED, session, course, "");
        }
        training.moveUp(session, course);
        record(Deed.SESSION_CHANGED, session.course(), by, Map.of("session", String.valueOf(session.id())));
        return true;
    }

    /** Calls a session off, once, and tells everybody who has a seat or waits for one. */
    public void cancel(long session, String reason, Viewer by) {
        Session held = sessions.hold(session).orElseThrow();
        if (held.refusal(clock.instant()).isPresent()) {
            return;
        }
        courses.hold(held.course());
        keep(new Session(
                held.id(),
                held.course(),
                held.begins(),
                held.ends(),
                held.place(),
                held.seats(),
                true,
                held.version()));
        tellAll(Notice.Kind.SESSION_CANCELLED, held, sessions.title(session), reason);
        certifying.lookAtAll(held.course());
        record(Deed.SESSION_CANCELLED, held.course(), by, Map.of("session", String.valueOf(session)));
    }

    /** Takes somebody's seat, or wish for one, back. */
    public void remove(long session, long person, Viewer by) {
        Session held = sessions.hold(session).orElseThrow();
        if (seats.free(session, person)) {
            training.moveUp(held, sessions.title(session));
            audit.person(Deed.SESSION_CHANGED, by.id(), person, Map.of("session", String.valueOf(session)));
        }
    }

    /**
     * Writes down who was there; whoever has done all of the course by that gets its certificate.
     *
     * @param seen the version of the session on the page that it was noted on
     * @return false when it has not begun, or was called off
     * @throws StaleTraining when somebody else was faster
     */
    public boolean attended(long session, int seen, Collection<Long> people, Viewer by) {
        Session held = sessions.hold(session).orElseThrow();
        if (held.cancelled() || !held.hasBegun(clock.instant())) {
            return false;
        }
        if (held.version() != seen) {
            throw new StaleTraining();
        }
        keep(held);
        courses.hold(held.course());
        seats.attended(session, people);
        certifying.lookAtAll(held.course());
        record(Deed.ATTENDANCE_MARKED, held.course(), by, Map.of("session", String.valueOf(session)));
        return true;
    }

    private void keep(Session session) {
        if (!sessions.change(session)) {
            throw new StaleTraining();
        }
    }

    private void tellAll(Notice.Kind kind, Session session, String course, String more) {
        seats.of(session.id()).forEach(guest -> letters.tell(kind, guest, session, course, more));
    }

    /** Always last: whoever writes into the audit log waits for others who do, and all of them for this transaction. */
    private void record(Deed deed, long course, Viewer by, Map<String, String> details) {
        audit.record(deed, by.id(), "course:" + course, details);
    }
}
