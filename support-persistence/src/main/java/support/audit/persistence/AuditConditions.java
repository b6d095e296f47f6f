package support.audit.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of one look into the log. Only constants become SQL, values are bound. */
final class AuditConditions {
    private static final String PEOPLE = """
            select id from person
            where position(lower(:%1$s) in lower(name)) > 0 or position(lower(:%1$s) in lower(email)) > 0
            """;
    private static final String ORGANISATIONS =
            "select id from organisation where position(lower(:%1$s) in lower(name)) > 0";

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    AuditConditions(AuditFilter filter) {
        add(
                "e.deed = :deed",
                "deed",
                filter.deed() == null ? null : filter.deed().name());
        add(
                "(e.actor_id::text = :actor or e.actor_id in (" + PEOPLE.formatted("actor") + "))",
                "actor",
                filter.actor());
        add(
                "(e.subject = :subject"
                        + " or e.subject in (select 'person:' || id from (" + PEOPLE.formatted("subject") + ") p)"
                        + " or e.subject in (select 'organisation:' || id from (" + ORGANISATIONS.formatted("subject")
                        + ") o))",
                "subject",
                filter.subject());
        add("e.happened_at >= :from", "from", time(filter.fromInclusive()));
        add("e.happened_at < :until", "until", time(filter.untilExclusive()));
    }

    /** A condition on a value; none when there is no value. */
    void add(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private static @Nullable Object time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
