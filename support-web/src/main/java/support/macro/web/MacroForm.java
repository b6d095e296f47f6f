package support.macro.web;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.macro.Macro;
import support.macro.Variable;
import support.people.Viewer;
import support.site.web.Typed;
import support.ticket.Status;
import support.ticket.Tag;
import support.ticket.web.TypedTags;

/**
 * A macro as somebody wrote it down: anything may be missing or absurd.
 *
 * @param tags words with blanks or commas between
 * @param assignee {@value #USER} for whoever uses it, else the number of a person; empty for nobody
 * @param shared anything when all are to use it
 * @param seen the version that the page showed
 */
record MacroForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable String next,
        @Nullable String tags,
        @Nullable String assignee,
        @Nullable String shared,
        @Nullable String seen) {
    static final String USER = "me";

    private static final String LINES = "\\R";

    static MacroForm of(Macro macro) {
        return new MacroForm(
                macro.title(),
                macro.text(),
                macro.next() == null ? "" : macro.next().name(),
                macro.tags().stream().map(Tag::name).collect(Collectors.joining(", ")),
                macro.toUser() ? USER : Objects.toString(macro.assignee(), ""),
                macro.isShared() ? "true" : "",
                String.valueOf(macro.version()));
    }

    public boolean isShared() {
        return shared != null && !shared.isBlank();
    }

    /** A new one, of whoever writes it or, where a lead says so, of all; right only when there are no errors. */
    Macro read(BindingResult errors, Viewer by) {
        return read(errors, 0, isShared() && by.role().leads() ? null : Long.valueOf(by.id()), 0);
    }

    /** What it says, in the place of what the macro says; whose it is stays. */
    Macro read(BindingResult errors, Macro before) {
        return read(errors, before.id(), before.owner(), (int) Typed.number(seen));
    }

    private Macro read(BindingResult errors, long id, @Nullable Long owner, int version) {
        boolean toUser = USER.equals(assignee);
        Macro macro = new Macro(
                id,
                owner,
                title(errors),
                text(errors),
                Status.given(next).orElse(null),
                TypedTags.read(tags, Macro.MOST_TAGS, "tags", errors),
                toUser,
                person(toUser),
                version);
        if (!errors.hasErrors() && macro.isEmpty()) {
            errors.reject("macro.nothing");
        }
        return macro;
    }

    private String title(BindingResult errors) {
        String line = Typed.line(title);
        if (line.isEmpty() || line.length() > Macro.LONGEST_TITLE) {
            errors.rejectValue("title", "macro.title.wrong");
        }
        return line;
    }

    private String text(BindingResult errors) {
        String words = Typed.text(text).replaceAll(LINES, "\n");
        if (words.length() > Macro.LONGEST_TEXT) {
            errors.rejectValue("text", "macro.text.long");
        }
        Optional<Variable.Unknown> unknown = Variable.unknownIn(words);
        unknown.ifPresent(one -> errors.rejectValue(
                "text",
                "macro.text.unknown",
                new Object[] {one.name(), one.nearest().key()},
                null));
        return words;
    }

    private @Nullable Long person(boolean toUser) {
        long number = Typed.number(assignee);
        return toUser || number < 0 ? null : Long.valueOf(number);
    }
}
