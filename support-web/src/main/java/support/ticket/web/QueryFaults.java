package support.ticket.web;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import support.query.Fault;
import support.query.Vocabulary;

/** Says what is wrong with a query: where, and what was probably meant. */
@Component
public class QueryFaults {
    private final MessageSourceAccessor words;

    QueryFaults(MessageSource messages) {
        this.words = new MessageSourceAccessor(messages);
    }

    public String words(Fault fault) {
        String possible = String.join(", ", fault.possible());
        return words.getMessage(
                "query.fault." + fault.kind(), new Object[] {fault.at(), fault.found(), possible, Vocabulary.LONGEST});
    }
}
