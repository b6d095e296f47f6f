package support.bulk.web;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import support.bulk.Deed;
import support.macro.persistence.Macros;
import support.people.Viewer;
import support.sla.app.CurrentTerms;
import support.team.Agent;
import support.team.persistence.Teams;

/** Says what was done. */
@Component
class BulkWords {
    private final Teams teams;
    private final Macros macros;
    private final CurrentTerms terms;
    private final MessageSourceAccessor words;

    BulkWords(Teams teams, Macros macros, CurrentTerms terms, MessageSource messages) {
        this.teams = teams;
        this.macros = macros;
        this.terms = terms;
        this.words = new MessageSourceAccessor(messages);
    }

    String done(Deed deed, Viewer by) {
        return switch (deed) {
            case Deed.Assign assign ->
                assign.to() == null ? words.getMessage("bulk.did.nobody") : say("bulk.did.assign", name(assign.to()));
            case Deed.AddTag added -> say("bulk.did.tag", added.tag().name());
            case Deed.RemoveTag removed -> say("bulk.did.untag", removed.tag().name());
            case Deed.SetStatus set -> say("bulk.did.status", words.getMessage("status." + set.to()));
            case Deed.UseMacro used ->
                macros.find(used.macro(), by)
                        .map(line -> say("bulk.did.macro", line.macro().title()))
                        .orElseGet(() -> words.getMessage("bulk.did.macro.gone"));
        };
    }

    private String name(Long person) {
        return teams.on(terms.today()).agents().stream()
                .filter(agent -> agent.id() == person)
                .map(Agent::name)
                .findFirst()
                .orElseGet(() -> words.getMessage("bulk.somebody"));
    }

    private String say(String key, String word) {
        return words.getMessage(key, new Object[] {word});
    }
}
