package support.training.app;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.material.app.MaterialRemoved;
import support.people.Notice;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.app.CurrentTerms;
import support.training.Certificate;
import support.training.persistence.Certificates;
import support.training.persistence.Courses;

/** Gives people the certificate of a course once they have done all that it asks for, and tells them; takes it back. */
@Component
@Transactional
public class Certifying {
    private final Courses courses;
    private final Certificates certificates;
    private final People people;
    private final CurrentTerms terms;
    private final ApplicationEventPublisher letters;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    Certifying(
            Courses courses,
            Certificates certificates,
            People people,
            CurrentTerms terms,
            ApplicationEventPublisher letters,
            Audit audit) {
        this.courses = courses;
        this.certificates = certificates;
        this.people = people;
        this.terms = terms;
        this.letters = letters;
        this.audit = audit;
    }

    /** Does nothing for whoever has one, or had one that was withdrawn. The course is held. */
    void look(long course, long person) {
        courses.haveDoneAll(course, person).forEach(one -> give(course, one));
    }

    /** As {@link #look}, at everybody who has done anything of the course: it asks for less than before, or many did something. */
    void lookAtAll(long course) {
        courses.haveDoneAll(course, null).forEach(one -> give(course, one));
    }

    /** What lay in a course was taken away: for some it may have been the last that was to do. */
    @EventListener
    public void look(MaterialRemoved removed) {
        if (removed.course() != null) {
            lookAtAll(removed.course());
        }
    }

    private void give(long course, long person) {
        String number = Certificate.number(random);
        LocalDate today = terms.today();
        if (certificates.issue(number, course, person, today)) {
            Certificate had = certificates.find(number).orElseThrow();
            people.viewer(person).ifPresent(owner -> tell(owner, had));
        }
    }

    /** The certificate counts no more, and its page says so; the person is told why. */
    public void withdraw(String number, long course, String reason, Viewer by) {
        certificates.withdraw(number, course, reason).ifPresent(owner -> {
            if (owner.active()) {
                letters.publishEvent(Notice.to(
                        Notice.Kind.CERTIFICATE_WITHDRAWN, owner.address(), owner.name(), owner.course(), reason));
            }
            audit.record(Deed.CERTIFICATE_WITHDRAWN, by.id(), "course:" + course, Map.of("number", number));
        });
    }

    private void tell(Viewer owner, Certificate certificate) {
        letters.publishEvent(Notice.to(
                        Notice.Kind.CERTIFICATE_HAD,
                        owner.email(),
                        owner.name(),
                        certificate.course(),
                        certificate.number())
                .leadingTo("/certificates/" + certificate.number()));
    }
}
