package support.ticket.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import support.site.web.Times;
import support.sla.Metric;
import support.sla.Severity;
import support.ticket.Quotation;
import support.ticket.Status;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.persistence.TicketView;

/** The history of a ticket in sentences: one for each type of event, which the compiler sees to. */
@Component
class HistoryText {
    /** Public, so that what templates say of it can be compiled. */
    public record Line(Instant at, String text) {}

    /** What an event is about, for those who look for one. */
    public enum Kind {
        WORDS,
        PROMISES,
        STATUS,
        PEOPLE,
        SUBJECT,
        QUEUE
    }

    /** Of each type of event one, which the compiler sees to. */
    static Kind kind(TicketEvent.What what) {
        return switch (what) {
            case TicketEvent.Raised e -> Kind.WORDS;
            case TicketEvent.CustomerReplied e -> Kind.WORDS;
            case TicketEvent.DeskReplied e -> Kind.WORDS;
            case TicketEvent.NoteWritten e -> Kind.WORDS;
            case TicketEvent.Mentioned e -> Kind.WORDS;
            case TicketEvent.MacroUsed e -> Kind.WORDS;
            case TicketEvent.PromiseMade e -> Kind.PROMISES;
            case TicketEvent.DueMoved e -> Kind.PROMISES;
            case TicketEvent.PromiseMoved e -> Kind.PROMISES;
            case TicketEvent.PromisePaused e -> Kind.PROMISES;
            case TicketEvent.PromiseResumed e -> Kind.PROMISES;
            case TicketEvent.PromiseWarned e -> Kind.PROMISES;
            case TicketEvent.PromiseKept e -> Kind.PROMISES;
            case TicketEvent.PromiseMissed e -> Kind.PROMISES;
            case TicketEvent.PromiseWithdrawn e -> Kind.PROMISES;
            case TicketEvent.VerdictCorrected e -> Kind.PROMISES;
            case TicketEvent.StatusChanged e -> Kind.STATUS;
            case TicketEvent.MergedInto e -> Kind.STATUS;
            case TicketEvent.MergedFrom e -> Kind.STATUS;
            case TicketEvent.OriginalDone e -> Kind.STATUS;
            case TicketEvent.SplitInto e -> Kind.STATUS;
            case TicketEvent.SplitFrom e -> Kind.STATUS;
            case TicketEvent.Assigned e -> Kind.PEOPLE;
            case TicketEvent.ParticipantAdded e -> Kind.PEOPLE;
            case TicketEvent.ParticipantRemoved e -> Kind.PEOPLE;
            case TicketEvent.FiledOnBehalf e -> Kind.PEOPLE;
            case TicketEvent.ConsentChanged e -> Kind.PEOPLE;
            case TicketEvent.SharedWithCustomer e -> Kind.PEOPLE;
            case TicketEvent.SeverityChanged e -> Kind.SUBJECT;
            case TicketEvent.CoverageChecked e -> Kind.SUBJECT;
            case TicketEvent.CoverageAccepted e -> Kind.SUBJECT;
            case TicketEvent.CoverageDeclined e -> Kind.SUBJECT;
            case TicketEvent.Quoted e -> Kind.SUBJECT;
            case TicketEvent.QuotationAccepted e -> Kind.SUBJECT;
            case TicketEvent.QuotationDeclined e -> Kind.SUBJECT;
            case TicketEvent.TopicLinked e -> Kind.SUBJECT;
            case TicketEvent.TopicUnlinked e -> Kind.SUBJECT;
            case TicketEvent.Tagged e -> Kind.SUBJECT;
            case TicketEvent.Untagged e -> Kind.SUBJECT;
            case TicketEvent.Linked e -> Kind.SUBJECT;
            case TicketEvent.Unlinked e -> Kind.SUBJECT;
            case TicketEvent.LaneChanged e -> Kind.QUEUE;
            case TicketEvent.Snoozed e -> Kind.QUEUE;
            case TicketEvent.Woken e -> Kind.QUEUE;
        };
    }

    private final MessageSource messages;
    private final Times times;

    HistoryText(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** @param names of those who may have been given the ticket, by their numbers */
    List<Line> lines(List<TicketView.Event> history, Map<Long, String> names) {
        return history.stream()
                .map(event -> new Line(event.event().at(), sentence(event, names)))
                .toList();
    }

    private String sentence(TicketView.Event entry, Map<Long, String> names) {
        String who = who(entry);
        return switch (entry.event().what()) {
            case TicketEvent.Raised raised -> say("history.Raised", who);
            case TicketEvent.PromiseMade made
            when made.carried() != null ->
                say(
                        "history.PromiseMade.carried",
                        who,
                        metric(made.metric()),
                        time(made.dueAt()),
                        new TicketNumber(made.carried().from()));
            case TicketEvent.MergedInto merged -> say("history.MergedInto", who, new TicketNumber(merged.into()));
            case TicketEvent.MergedFrom merged -> say("history.MergedFrom", who, new TicketNumber(merged.other()));
            case TicketEvent.SplitInto split ->
                say("history.SplitInto", who, split.messages().size(), new TicketNumber(split.into()));
            case TicketEvent.SplitFrom split ->
                say("history.SplitFrom", who, split.messages(), new TicketNumber(split.other()));
            case TicketEvent.Linked linked ->
                say("history.Linked." + linked.relation(), who, new TicketNumber(linked.other()));
            case TicketEvent.Unlinked unlinked ->
                say("history.Unlinked." + unlinked.relation(), who, new TicketNumber(unlinked.other()));
            case TicketEvent.OriginalDone done ->
                say("history.OriginalDone", new TicketNumber(done.original()), status(done.status()));
            case TicketEvent.PromiseMade made ->
                say("history.PromiseMade", who, metric(made.metric()), time(made.dueAt()));
            case TicketEvent.LaneChanged changed -> say("history.LaneChanged." + changed.why(), who);
            case TicketEvent.Snoozed snoozed -> say("history.Snoozed", who, time(snoozed.until()));
            case TicketEvent.Woken woken -> say("history.Woken." + woken.why(), who);
            case TicketEvent.CustomerReplied replied -> say("history.CustomerReplied", who);
            case TicketEvent.DeskReplied replied -> say("history.DeskReplied", who);
            case TicketEvent.NoteWritten note -> say("history.NoteWritten", who);
            case TicketEvent.SeverityChanged c -> say("history.SeverityChanged", who, level(c.from()), level(c.to()));
            case TicketEvent.DueMoved moved ->
                say("history.DueMoved", who, time(moved.from()), time(moved.to()), metric(moved.metric()));
            case TicketEvent.PromiseMoved moved ->
                say(
                        "history.PromiseMoved",
                        who,
                        time(moved.from()),
                        time(moved.to()),
                        moved.policyVersion(),
                        moved.calendarVersion(),
                        metric(moved.metric()));
            case TicketEvent.PromisePaused paused -> say("history.PromisePaused", who, metric(paused.metric()));
            case TicketEvent.PromiseResumed resumed ->
                say("history.PromiseResumed", who, metric(resumed.metric()), time(resumed.dueAt()));
            case TicketEvent.CoverageChecked c ->
                say(
                        "history.CoverageChecked",
                        who,
                        say("coverage." + c.coverage().verdict()));
            case TicketEvent.CoverageAccepted accepted -> say("history.CoverageAccepted", who, accepted.reason());
            case TicketEvent.Quoted quoted -> say("history.Quoted", who, price(quoted.quotation()));
            case TicketEvent.QuotationAccepted ordered ->
                say("history.QuotationAccepted", who, price(ordered.quotation()));
            case TicketEvent.QuotationDeclined declined ->
                say(
                        declined.reason().isEmpty() ? "history.QuotationDeclined" : "history.QuotationDeclined.reason",
                        who,
                        declined.reason());
            case TicketEvent.CoverageDeclined declined -> say("history.CoverageDeclined", who);
            case TicketEvent.StatusChanged c -> say("history.StatusChanged", who, status(c.from()), status(c.to()));
            case TicketEvent.Assigned assigned -> assigned(who, assigned, names);
            case TicketEvent.FiledOnBehalf filed ->
                say("history.FiledOnBehalf." + filed.sharing(), who, filed.company());
            case TicketEvent.ConsentChanged said ->
                say("history.ConsentChanged." + said.consent(), entry.actor() == null ? say("behalf.contact") : who);
            case TicketEvent.SharedWithCustomer shared -> say("history.SharedWithCustomer", who);
            case TicketEvent.ParticipantAdded added -> say("history.ParticipantAdded", who, person(entry));
            case TicketEvent.ParticipantRemoved removed -> say("history.ParticipantRemoved", who, person(entry));
            case TicketEvent.TopicLinked linked -> say("history.TopicLinked", who, linked.title());
            case TicketEvent.Mentioned mentioned -> say("history.Mentioned", who, person(entry));
            case TicketEvent.Tagged tagged -> say("history.Tagged", who, tagged.tag());
            case TicketEvent.Untagged untagged -> say("history.Untagged", who, untagged.tag());
            case TicketEvent.MacroUsed used -> say("history.MacroUsed", who, used.title());
            case TicketEvent.TopicUnlinked unlinked -> say("history.TopicUnlinked", who, unlinked.title());
            case TicketEvent.PromiseWarned warned ->
                say("history.PromiseWarned", who, time(warned.dueAt()), metric(warned.metric()));
            case TicketEvent.PromiseKept kept ->
                say("history.PromiseKept", who, time(kept.dueAt()), metric(kept.metric()));
            case TicketEvent.PromiseMissed missed ->
                say("history.PromiseMissed", who, time(missed.dueAt()), metric(missed.metric()));
            case TicketEvent.PromiseWithdrawn withdrawn ->
                say("history.PromiseWithdrawn", who, metric(withdrawn.metric()));
            case TicketEvent.VerdictCorrected corrected ->
                say(
                        "history.VerdictCorrected",
                        who,
                        say("verdict." + corrected.to()),
                        corrected.reason(),
                        metric(corrected.metric()));
        };
    }

    private String who(TicketView.Event entry) {
        String automation = entry.event().automation();
        if (automation != null) {
            return say("history.automation", automation);
        }
        return entry.actor() == null ? say("history.desk") : entry.actor();
    }

    private String assigned(String who, TicketEvent.Assigned assigned, Map<Long, String> names) {
        String why = assigned.why() == null ? "" : "." + assigned.why();
        Long to = assigned.to();
        Long whose = to == null ? assigned.from() : to;
        return say(
                (to == null ? "history.Unassigned" : "history.Assigned") + why,
                who,
                names.getOrDefault(whose, say("history.former")));
    }

    private String person(TicketView.Event entry) {
        return entry.person() == null ? say("history.former") : entry.person();
    }

    private String price(Quotation quotation) {
        return say("quotation.price", quotation.currency().getCurrencyCode(), quotation.price());
    }

    private String time(Instant at) {
        return times.desk(at);
    }

    private String metric(Metric metric) {
        return say("metric." + metric);
    }

    private String level(Severity severity) {
        return say("severity." + severity);
    }

    private String status(Status status) {
        return say("status." + status);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
