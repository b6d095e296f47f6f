package support.behalf.web;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What an end customer agrees to, in sentences: shown before, kept word for word with the consent. */
@Component
class ConsentText {
    private static final List<String> SENTENCES = List.of(
            "consent.text.file", "consent.text.read", "consent.text.licence", "consent.text.not", "consent.text.end");

    private final MessageSource messages;

    ConsentText(MessageSource messages) {
        this.messages = messages;
    }

    /** @param company the end customer */
    List<String> lines(String partner, String company) {
        return SENTENCES.stream().map(key -> say(key, partner, company)).toList();
    }

    /** In the place of a company that has no account yet. */
    String yours() {
        return say("consent.yours");
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, LocaleContextHolder.getLocale());
    }
}
