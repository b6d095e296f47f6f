package support.topic.web;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.site.web.Typed;
import support.topic.Topic;

/**
 * A known issue or an idea as somebody of the desk writes it down: anything may be missing or absurd.
 *
 * @param ticket the number of the ticket that it is made of; empty for none
 * @param tell whether followers are told of the workaround
 * @param seen the version that the page showed
 */
record TopicForm(
        @Nullable String kind,
        @Nullable String app,
        @Nullable String title,
        @Nullable String affects,
        @Nullable String text,
        @Nullable String workaround,
        @Nullable String published,
        @Nullable String tell,
        @Nullable String ticket,
        @Nullable String seen) {

    /** Of a workaround that customers cannot read yet they are usually told, of a better one where the desk says so. */
    static TopicForm of(Topic topic) {
        boolean helps = topic.published() && !topic.workaround().isBlank();
        return new TopicForm(
                topic.kind().name(),
                String.valueOf(topic.app()),
                topic.title(),
                topic.affects(),
                topic.text(),
                topic.workaround(),
                topic.published() ? "true" : "",
                helps ? "" : "true",
                "",
                String.valueOf(topic.version()));
    }

    public Topic.Kind kindOrUsual() {
        return Arrays.stream(Topic.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(Topic.Kind.KNOWN_ISSUE);
    }

    public boolean isPublished() {
        return "true".equals(published);
    }

    public boolean tells() {
        return "true".equals(tell);
    }

    /** Empty for what is no number of a ticket. */
    public String ticketNumber() {
        return Typed.text(ticket).matches("SUP-[1-9]\\d{0,14}") ? Typed.text(ticket) : "";
    }

    /** As a new topic; right only when there are no errors. */
    Topic read(BindingResult errors, Instant at) {
        return new Topic(
                0,
                kindOrUsual(),
                app(errors),
                atMost(Topic.LONGEST_TITLE, title, "title", true, errors),
                atMost(Topic.LONGEST_TITLE, affects, "affects", false, errors),
                atMost(Topic.LONGEST_TEXT, text, "text", true, errors),
                atMost(Topic.LONGEST_TEXT, workaround, "workaround", false, errors),
                kindOrUsual().first(),
                "",
                isPublished(),
                0,
                at);
    }

    /** What it says, in the place of what the topic says; the kind and the stage stay. */
    Topic read(BindingResult errors, Topic before) {
        Topic read = read(errors, before.movedAt());
        return new Topic(
                before.id(),
                before.kind(),
                read.app(),
                read.title(),
                read.affects(),
                read.text(),
                read.workaround(),
                before.stage(),
                before.outcome(),
                read.published(),
                (int) Typed.number(seen),
                before.movedAt());
    }

    private long app(BindingResult errors) {
        long id = Typed.number(app);
        if (id < 0) {
            errors.rejectValue("app", "raise.app.empty");
        }
        return id;
    }

    private static String atMost(int most, @Nullable String typed, String field, boolean needed, BindingResult errors) {
        String text = Typed.text(typed);
        if (text.length() > most || needed && text.isEmpty()) {
            errors.rejectValue(field, "topic." + field + ".wrong");
        }
        return text;
    }
}
