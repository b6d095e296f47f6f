package support.partner.app;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import support.organisation.persistence.Organisations;
import support.partner.Partner;
import support.partner.PartnerEvent;
import support.partner.Standing;
import support.partner.Validity;
import support.people.Notice;
import support.people.persistence.People;

/** Tells those whom it concerns by letter what has happened to a partnership. */
@Component
class PartnerLetters {
    /** Not in the language of whoever took the step. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final People people;
    private final Organisations organisations;
    private final MessageSource messages;
    private final ApplicationEventPublisher letters;

    PartnerLetters(
            People people, Organisations organisations, MessageSource messages, ApplicationEventPublisher letters) {
        this.people = people;
        this.organisations = organisations;
        this.messages = messages;
        this.letters = letters;
    }

    /** An application is for the leads, all else for those who manage the partner; who looks after it is no news. */
    void tell(PartnerEvent event) {
        long organisation = event.after().organisation();
        if (event.step() == Standing.Step.APPLIED) {
            send(people.leads(), "/partners/" + organisation, event);
        } else if (event.step() != Standing.Step.HANDED_OVER) {
            send(people.managers(organisation), "/partnership", event);
        }
    }

    private void send(List<People.Reader> readers, String path, PartnerEvent event) {
        Notice.Kind kind = Notice.Kind.valueOf("PARTNER_" + event.step());
        String[] words = words(event);
        readers.forEach(reader -> letters.publishEvent(
                Notice.to(kind, reader.address(), reader.name(), words).leadingTo(path)));
    }

    /** Whom it is about, as what, what was said with it, and until when it holds. */
    private String[] words(PartnerEvent event) {
        Partner partner = event.after();
        String name = organisations.find(partner.organisation()).orElseThrow().name();
        return new String[] {name, say("partner." + partner.kind()), event.words(), until(partner)};
    }

    private String until(Partner partner) {
        Validity validity = partner.validity();
        return validity == null || validity.last() == null
                ? say("partner.endless")
                : say("partner.until", DAY.format(validity.last()));
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, Locale.ENGLISH);
    }
}
