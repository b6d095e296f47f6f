package support.training.app;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import support.people.Notice;
import support.people.Viewer;
import support.people.persistence.People;
import support.site.web.Times;
import support.training.Session;
import support.training.persistence.Seats;

/** Tells people by letter what became of their seats, with the times in the vendor's zone and their own. */
@Component
class SeatLetters {
    private final ApplicationEventPublisher letters;
    private final People people;
    private final Times times;

    SeatLetters(ApplicationEventPublisher letters, People people, Times times) {
        this.letters = letters;
        this.people = people;
        this.times = times;
    }

    /** @param more is said too, as the kind has it */
    void tell(Notice.Kind kind, Seats.Guest guest, Session session, String course, String more) {
        Viewer reader = people.viewer(guest.person()).orElse(null);
        if (reader != null) {
            letters.publishEvent(
                    Notice.to(kind, reader.email(), reader.name(), course, when(session, reader), session.place(), more)
                            .leadingTo("/training/" + session.course()));
        }
    }

    private String when(Session session, Viewer reader) {
        return times.inLetter(session.begins(), reader);
    }
}
