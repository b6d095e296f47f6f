package support.ticket.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import support.people.Viewer;
import support.query.Query;
import support.ticket.Moments;
import support.ticket.TicketKeys;

/** Turns the terms of a query into conditions on {@code ticket t}. Only constants become SQL, what was typed is bound. */
final class QueryConditions {
    /** What is owed first on a ticket of the Fast Lane, which stands elsewhere than it is due. */
    private static final String OWED_BEFORE = """
            exists (select from promise q where q.ticket_number = t.number and q.settled_at is null
                    and mod(cardinality(q.pauses), 2) = 0 and q.due_at < :%s)""";

    private final Conditions conditions;
    private final Viewer viewer;
    private final Moments moments;
    private final Meanings meanings;
    private int parameters;

    QueryConditions(Conditions conditions, Viewer viewer, Moments moments, Meanings meanings) {
        this.conditions = conditions;
        this.viewer = viewer;
        this.moments = moments;
        this.meanings = meanings;
    }

    void add(Query.Term term) {
        switch (term) {
            case Query.Is is -> add(any(is), is.excluded());
            case Query.Within within -> add(within(within), within.excluded());
            case Query.Words words -> add(words);
        }
    }

    private void add(String condition, boolean excluded) {
        conditions.add(excluded ? "not coalesce(" + condition + ", false)" : condition);
    }

    private String any(Query.Is is) {
        return is.values().stream().map(value -> one(is.key(), value)).collect(Collectors.joining(" or ", "(", ")"));
    }

    private String one(String key, String value) {
        return switch (key) {
            case "severity" -> "t.severity = " + bound("LEVEL_" + value);
            case "lane" -> "t.lane = " + bound(value.equals("fast") ? "FAST_LANE" : "STANDARD");
            case "status" -> "t.status = " + bound(TicketKeys.status(value).name());
            case "state" -> state(value);
            case "waiting" -> waiting(value);
            case "snoozed" -> snoozed(value.equals("yes"));
            case "coverage" -> coverage(value);
            case "type" -> "t.type = " + bound(type(value));
            case "app" -> "t.app_id = (select x.id from app x where x.key = " + bound(value) + ")";
            case "assignee" -> assignee(value);
            case "customer" -> customer(value);
            case "requester" ->
                "t.requester_id = any (array(select x.id from person x where " + named("x", value) + "))";
            case "tag" ->
                "exists (select from ticket_tag x where x.ticket_number = t.number and x.tag = "
                        + bound(value.strip().toLowerCase(Locale.ROOT)) + ")";
            case "number" -> "t.number = " + bound(Long.valueOf(value.replaceAll("\\D", "")));
            case "due" -> value.equals("none") ? "t.queue_band > 0" : dueBefore(moments.now());
            default -> throw new IllegalArgumentException("nobody can ask for " + key);
        };
    }

    /** Set aside, or not: by the clock, so that nothing is hidden for longer when a timer is late. */
    String snoozed(boolean aside) {
        String now = bound(moments.now());
        return aside ? "t.snoozed_until > " + now : "(t.snoozed_until is null or t.snoozed_until <= " + now + ")";
    }

    private static String state(String value) {
        return switch (value) {
            case "open" -> "t.queue_band is not null";
            case "done" -> "t.queue_band is null";
            default -> "true";
        };
    }

    private static String waiting(String value) {
        return switch (value) {
            case "us" -> "t.queue_band < 2";
            case "customer" -> "t.queue_band = 3";
            default -> "t.queue_band = 2";
        };
    }

    private static String coverage(String value) {
        return switch (value) {
            case "undecided" -> "t.admission in ('DISPUTED', 'PAID')";
            case "not-covered" -> "t.coverage = 'NOT_COVERED'";
            case "unverified" -> "t.coverage = 'UNVERIFIED'";
            default -> "t.coverage = 'COVERED'";
        };
    }

    private static String type(String value) {
        return switch (value) {
            case "bug" -> "BUG_REPORT";
            case "idea" -> "IDEA";
            default -> "SUPPORT_REQUEST";
        };
    }

    private String assignee(String value) {
        return switch (value) {
            case "me" -> "t.assignee_id = " + bound(viewer.id());
            case "none" -> "t.assignee_id is null";
            default ->
                "t.assignee_id = any (array(select x.id from person x where x.role <> 'CUSTOMER' and "
                        + named("x", value) + "))";
        };
    }

    /** Also an end customer, for whom a partner has filed it. */
    private String customer(String value) {
        String like = bound(containing(value));
        return "(t.organisation_id = any (array(select x.id from organisation x where x.name ilike " + like + "))"
                + " or t.end_customer_id = any (array(select x.id from end_customer x where x.company ilike " + like
                + ")))";
    }

    private String named(String person, String value) {
        String like = bound(containing(value));
        return "(" + person + ".name ilike " + like + " or " + person + ".email ilike " + like + ")";
    }

    private String within(Query.Within within) {
        if (within.key().equals("due")) {
            Instant by = moments.ahead(within.span());
            return within.less() ? dueBefore(by) : "(t.queue_band = 0 and not " + dueBefore(by) + ")";
        }
        String column = within.key().equals("raised") ? "t.raised_at" : "t.changed_at";
        return column + (within.less() ? " > " : " <= ") + bound(moments.ago(within.span()));
    }

    /**
     * The place in the queue is never later than the due time, so the index of the queue finds all that can be due; only in the
     * Fast Lane it may be earlier. To the minute, as the place is.
     */
    private String dueBefore(Instant instant) {
        String by = bound(instant.truncatedTo(ChronoUnit.MINUTES));
        return "(t.queue_band = 0 and t.queue_at < " + by + " and (t.lane = 'STANDARD' or "
                + OWED_BEFORE.formatted(by.substring(1)) + "))";
    }

    private void add(Query.Words words) {
        List<String> queries =
                SearchWord.of(words).stream().map(word -> query(word, words)).toList();
        if (words.excluded()) {
            String held = "exists (select from ticket_text x where x.ticket_number = t.number and x.doc @@ ("
                    + String.join(" && ", queries) + "))";
            add(words.exact() ? held + " and " + exactly(words.text()) : held, true);
            return;
        }
        queries.forEach(conditions::words);
        if (words.exact()) {
            conditions.add(exactly(words.text()));
        }
    }

    /** A word, or what stands for it; of notes only for those who may read them. */
    private String query(SearchWord word, Query.Words words) {
        String one = wordQuery(word.text(), word.starts());
        if (words.exact() || words.excluded()) {
            return one;
        }
        StringBuilder all = new StringBuilder("(" + one);
        meanings.wordsFor(word.text()).forEach(other -> all.append(" || ").append(wordQuery(other, false)));
        String marks = meanings.marksFor(word.text());
        if (!marks.isEmpty()) {
            all.append(" || cast(").append(bound(marks)).append(" as tsquery)");
        }
        return all.append(")").toString();
    }

    private String wordQuery(String word, boolean starts) {
        return "word_query(" + bound(word) + ", " + starts + ", " + viewer.staff() + ")";
    }

    /** In this order: as it is written, but for blanks and capitals. */
    private String exactly(String words) {
        String like = bound(containing(words).replaceAll("\\s+", "%"));
        String read = viewer.staff() ? "" : " and not x.internal";
        return "(t.summary ilike " + like + " or exists (select from message x where x.ticket_number = t.number" + read
                + " and (x.body ilike " + like
                + " or exists (select from attachment f where f.message_id = x.id and f.name ilike " + like + "))))";
    }

    /** A pattern in which each sign means itself. */
    static String containing(String typed) {
        return "%" + typed.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    private String bound(Object value) {
        String name = "asked" + parameters++;
        conditions.set(name, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return ":" + name;
    }
}
