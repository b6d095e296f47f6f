package support.automation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.automation.Automation;
import support.automation.Deeds;
import support.automation.Trigger;
import support.people.Viewer;
import support.site.web.Typed;
import support.ticket.Status;
import support.ticket.Tag;
import support.ticket.web.TypedTags;

/**
 * An automation as somebody wrote it down: anything may be missing or absurd.
 *
 * @param hours only looked at for a time
 * @param assignee {@value #NOBODY}, or the number of a person; empty for as before
 * @param adds words with blanks or commas between
 * @param seen the version that the page showed
 */
record AutomationForm(
        @Nullable String name,
        @Nullable String trigger,
        @Nullable String hours,
        @Nullable String query,
        @Nullable String assignee,
        @Nullable String adds,
        @Nullable String removes,
        @Nullable String next,
        @Nullable String note,
        @Nullable String mail,
        @Nullable String seen) {
    static final String NOBODY = "none";

    static AutomationForm of(Automation automation) {
        Deeds deeds = automation.deeds();
        return new AutomationForm(
                automation.name(),
                automation.trigger().name(),
                automation.hours() == 0 ? "" : String.valueOf(automation.hours()),
                automation.query(),
                deeds.whose() == Deeds.Whose.NOBODY ? NOBODY : Objects.toString(deeds.assignee(), ""),
                words(deeds.adds()),
                words(deeds.removes()),
                deeds.next() == null ? "" : deeds.next().name(),
                deeds.note(),
                deeds.mail().name(),
                String.valueOf(automation.version()));
    }

    private static String words(List<Tag> tags) {
        return tags.stream().map(Tag::name).collect(Collectors.joining(", "));
    }

    /** Right only when there are no errors. */
    Automation read(BindingResult errors, long id, Viewer by) {
        Trigger when = one(Trigger.class, trigger).orElse(Trigger.RAISED);
        if (one(Trigger.class, trigger).isEmpty()) {
            errors.rejectValue("trigger", "automation.trigger.wrong");
        }
        Deeds deeds = deeds(errors);
        if (deeds.isNothing() && !errors.hasErrors()) {
            errors.reject("automation.nothing");
        }
        return new Automation(
                id,
                name(errors),
                when,
                when.isTimed() ? hours(errors) : 0,
                Typed.line(query),
                deeds,
                false,
                null,
                by.id(),
                (int) Typed.number(seen));
    }

    private Deeds deeds(BindingResult errors) {
        long person = Typed.number(assignee);
        Deeds.Whose whose =
                NOBODY.equals(assignee) ? Deeds.Whose.NOBODY : person < 0 ? Deeds.Whose.STAYS : Deeds.Whose.PERSON;
        return new Deeds(
                whose,
                whose == Deeds.Whose.PERSON ? Long.valueOf(person) : null,
                TypedTags.read(adds, Deeds.MOST_TAGS, "adds", errors),
                TypedTags.read(removes, Deeds.MOST_TAGS, "removes", errors),
                Status.given(next).orElse(null),
                note(errors),
                one(Deeds.Mail.class, mail).orElse(Deeds.Mail.NONE));
    }

    private String name(BindingResult errors) {
        String line = Typed.line(name);
        if (line.isEmpty() || line.length() > Automation.LONGEST_NAME) {
            errors.rejectValue("name", "automation.name.wrong");
        }
        return line;
    }

    private int hours(BindingResult errors) {
        long number = Typed.number(hours);
        if (number < 1 || number > Automation.MOST_HOURS) {
            errors.rejectValue("hours", "automation.hours.wrong");
            return 1;
        }
        return (int) number;
    }

    private String note(BindingResult errors) {
        String words = Typed.text(note).replaceAll("\\R", "\n");
        if (words.length() > Deeds.LONGEST_NOTE) {
            errors.rejectValue("note", "automation.note.long");
        }
        return words;
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
