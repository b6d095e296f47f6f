package support.automation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import support.automation.Automation;
import support.automation.Deeds;
import support.automation.persistence.AutomationTasks.Run;
import support.people.persistence.People;
import support.site.web.Times;
import support.ticket.Tag;

/** Automations in words. */
@Component
class AutomationText {
    /** Public, so that what templates say of it can be compiled. */
    public record Row(
            Automation automation,
            String when,
            List<String> does,
            @Nullable String problem) {}

    /** @param refused why the ticket refused some of it; empty when it did not */
    public record Ran(String ticket, String at, String outcome, List<String> refused) {}

    private final MessageSource messages;
    private final Times times;
    private final People people;

    AutomationText(MessageSource messages, Times times, People people) {
        this.messages = messages;
        this.times = times;
        this.people = people;
    }

    List<Row> rows(List<Automation> automations) {
        Map<Long, String> names =
                people.desk().stream().collect(Collectors.toMap(People.Colleague::id, People.Colleague::name));
        return automations.stream().map(one -> row(one, names)).toList();
    }

    private Row row(Automation automation, Map<Long, String> names) {
        return new Row(automation, when(automation), does(automation.deeds(), names), problem(automation, names));
    }

    private String when(Automation automation) {
        return say("automation.when." + automation.trigger(), automation.hours());
    }

    private List<String> does(Deeds deeds, Map<Long, String> names) {
        List<String> does = new ArrayList<>();
        if (deeds.whose() != Deeds.Whose.STAYS) {
            does.add(say(
                    "automation.does." + deeds.whose(),
                    deeds.assignee() == null ? "" : names.getOrDefault(deeds.assignee(), say("history.former"))));
        }
        tags("automation.does.adds", deeds.adds(), does);
        tags("automation.does.removes", deeds.removes(), does);
        if (deeds.next() != null) {
            does.add(say("automation.does.next", say("status." + deeds.next())));
        }
        if (!deeds.note().isEmpty()) {
            does.add(say("automation.does.note"));
        }
        if (deeds.mail() != Deeds.Mail.NONE) {
            does.add(say("automation.does.mail." + deeds.mail()));
        }
        return does;
    }

    private void tags(String key, List<Tag> tags, List<String> does) {
        if (!tags.isEmpty()) {
            does.add(say(key, tags.stream().map(Tag::name).collect(Collectors.joining(", "))));
        }
    }

    private @Nullable String problem(Automation automation, Map<Long, String> names) {
        if (automation.stopped() != null) {
            return say("automation.stopped." + automation.stopped(), Automation.MOST_AN_HOUR);
        }
        Deeds deeds = automation.deeds();
        boolean gone = deeds.whose() == Deeds.Whose.PERSON
                && (deeds.assignee() == null || !names.containsKey(deeds.assignee()));
        return gone ? say("automation.gone") : null;
    }

    List<Ran> runs(List<Run> runs) {
        return runs.stream()
                .map(run -> new Ran(
                        run.ticket().toString(),
                        times.desk(run.at()),
                        say("automation.outcome." + run.outcome()),
                        run.refused().stream()
                                .map(reason -> say("automation.refused." + reason))
                                .toList()))
                .toList();
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
