package support.mail.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import support.mail.Letter;
import support.ticket.TicketNumber;

/** Makes one letter of several alerts to the same reader: each ticket once, with the last that is known of it. */
@Component
class DigestWriter {
    private final MessageSource messages;
    private final LetterSetter setter;

    DigestWriter(MessageSource messages, LetterSetter setter) {
        this.messages = messages;
        this.setter = setter;
    }

    /** @param alerts oldest first */
    Letter of(List<Letter> alerts) {
        Map<TicketNumber, LetterText.Reason> rows = new LinkedHashMap<>();
        for (Letter alert : alerts) {
            TicketNumber ticket = Objects.requireNonNull(alert.ticket());
            rows.put(ticket, new LetterText.Reason(ticket.toString(), say("letter.digest." + alert.kind())));
        }
        LetterText text = new LetterText(
                say("letter.digest.title", rows.size()),
                List.of(say("letter.digest.lead")),
                List.copyOf(rows.values()),
                null,
                say("letter.digest.action"));
        return setter.set(alerts.getFirst(), text);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
