package support.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import support.query.Key;
import support.query.Span;
import support.query.Vocabulary;
import support.sla.Severity;

/** What the desk's queue can be asked for. */
public final class TicketKeys {
    private static final List<Span.Unit> BY_CLOCK =
            List.of(Span.Unit.MINUTES, Span.Unit.HOURS, Span.Unit.DAYS, Span.Unit.WEEKS);
    private static final List<Span.Unit> BY_CALENDAR = List.of(Span.Unit.MINUTES, Span.Unit.HOURS, Span.Unit.DAYS);

    private TicketKeys() {}

    /** @param apps the keys of the apps that tickets are about */
    public static Vocabulary of(List<String> apps) {
        return new Vocabulary(List.of(
                new Key("severity", levels(), null, List.of()),
                Key.of("lane", "fast", "standard"),
                Key.time("due", BY_CALENDAR, "overdue", "none"),
                Key.of("waiting", "us", "customer", "nobody"),
                Key.open("assignee", Key.NAME, "me", "none"),
                new Key("status", statuses(), null, List.of()),
                Key.of("state", "open", "done", "all"),
                Key.of("snoozed", "yes", "no"),
                Key.of("coverage", "covered", "not-covered", "unverified", "undecided"),
                Key.of("type", "request", "bug", "idea"),
                new Key("app", apps, null, List.of()),
                Key.open("tag", Key.NAME),
                Key.open("customer", Key.NAME),
                Key.open("requester", Key.NAME),
                Key.time("raised", BY_CLOCK),
                Key.time("changed", BY_CLOCK),
                Key.open("number", Pattern.compile("(?i)(SUP-)?[1-9]\\d{0,14}"))));
    }

    /** As people type it: {@code waiting-for-customer}. */
    public static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Status status(String word) {
        return Status.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<String> levels() {
        List<String> levels = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            levels.add(String.valueOf(severity.level()));
        }
        return levels;
    }

    private static List<String> statuses() {
        return Stream.of(Status.values()).map(TicketKeys::word).toList();
    }
}
