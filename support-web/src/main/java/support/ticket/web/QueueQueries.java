package support.ticket.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import support.catalog.App;
import support.organisation.persistence.Organisations;
import support.people.Viewer;
import support.query.Fault;
import support.query.Key;
import support.query.Query;
import support.query.Reading;
import support.query.Vocabulary;
import support.sla.app.CurrentTerms;
import support.team.Agent;
import support.team.persistence.Teams;
import support.ticket.Moments;
import support.ticket.Status;
import support.ticket.TicketKeys;
import support.ticket.persistence.Asked;

/** Reads what people ask the queue for, and says what is wrong with it. */
@Component
class QueueQueries {
    /** Names that are offered for what somebody begins to type. */
    private static final int MOST_NAMES = 10;

    private static final Vocabulary WORDS = new Vocabulary(List.of());

    /**
     * A query as it was read.
     *
     * @param text what stands in the field
     * @param faults in words; none when all of it could be read
     */
    record Understood(String text, Query query, List<String> faults) {
        public boolean isFiltered() {
            return !text.isEmpty();
        }
    }

    /** What can be added by choosing, and all that can be asked for; the same for as long as the apps are. */
    record Offer(List<Choice> statuses, List<Choice> apps, List<Help> help) {}

    /** @param term as it is typed */
    record Choice(String term, String name) {}

    /** A key with what it can be, as it is typed. */
    record Help(String key, String values) {}

    private final Teams teams;
    private final Organisations organisations;
    private final CurrentTerms terms;
    private final QueryFaults faults;
    private final MessageSourceAccessor words;

    QueueQueries(
            Teams teams, Organisations organisations, CurrentTerms terms, QueryFaults faults, MessageSource messages) {
        this.teams = teams;
        this.organisations = organisations;
        this.terms = terms;
        this.faults = faults;
        this.words = new MessageSourceAccessor(messages);
    }

    Understood read(QueueForm form, List<App> apps) {
        Vocabulary vocabulary = vocabulary(apps);
        Reading typed = vocabulary.read(form.text());
        Reading added = vocabulary.read(form.added());
        boolean whole = typed.isWhole() && added.isWhole();
        Query query = typed.query().with(added.query());
        return new Understood(
                whole ? query.toString() : (form.text() + " " + form.added()).strip(),
                query,
                words(Stream.concat(typed.faults().stream(), added.faults().stream())));
    }

    /** What somebody looks for among all tickets: whoever is not of the desk asks by words alone. */
    Understood read(String text, Viewer viewer, List<App> apps) {
        Reading reading = (viewer.staff() ? vocabulary(apps) : WORDS).read(text);
        return new Understood(text, reading.query(), words(reading.faults().stream()));
    }

    private List<String> words(Stream<Fault> found) {
        return found.map(faults::words).toList();
    }

    Asked asked(Query query, Instant now) {
        return new Asked(query, new Moments(now, terms.calendar()));
    }

    /** Ways to go on with what is typed, each the whole text. */
    List<String> completions(String typed, List<App> apps) {
        return typed.length() > Vocabulary.LONGEST
                ? List.of()
                : vocabulary(apps).completions(typed, value -> names(value.key(), value.begun()));
    }

    Offer offer(List<App> apps) {
        return new Offer(
                Stream.of(Status.values())
                        .map(status ->
                                new Choice("status:" + TicketKeys.word(status), words.getMessage("status." + status)))
                        .toList(),
                apps.stream()
                        .map(app -> new Choice("app:" + app.key(), app.name()))
                        .toList(),
                vocabulary(apps).keys().stream()
                        .map(key -> new Help(key.name(), example(key)))
                        .toList());
    }

    private String example(Key key) {
        Stream<String> values = key.values().stream().map(value -> key.name() + ":" + value);
        Stream<String> others = key.others() == null
                ? Stream.of()
                : Stream.of(key.name() + ":" + words.getMessage("query.example." + key.name(), "…"));
        Stream<String> spans = key.units().stream().map(unit -> key.name() + "<4" + unit.letter());
        return String.join(
                "  ", Stream.of(values, others, spans).flatMap(s -> s).toList());
    }

    private List<String> names(String key, String begun) {
        return switch (key) {
            case "assignee" -> agents(begun.toLowerCase(Locale.ROOT));
            case "customer" ->
                organisations.page(begun, null, MOST_NAMES).stream()
                        .map(line -> line.organisation().name())
                        .toList();
            default -> List.of();
        };
    }

    private List<String> agents(String begun) {
        return teams.on(terms.today()).agents().stream()
                .map(Agent::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(begun))
                .limit(MOST_NAMES)
                .toList();
    }

    private static Vocabulary vocabulary(List<App> apps) {
        return TicketKeys.of(
                apps.stream().map(app -> app.key().toLowerCase(Locale.ROOT)).toList());
    }
}
